-- 各单位登记的记录和最近一天
-- Records by unit, and the latest day of any
SELECT f.district, f.unit, count(*) AS records, max(f.day) AS latest
FROM facts f GROUP BY f.district, f.unit ORDER BY f.district, f.unit;
