-- 各单位信息通报
-- Notices by unit
SELECT district, unit, extract(YEAR FROM issued) AS year, count(*) AS notices
FROM notices WHERE issued IS NOT NULL GROUP BY district, unit, extract(YEAR FROM issued) ORDER BY district, unit, year;
