-- 一个月没有记录的区县
-- Districts of which nothing was heard for a month
SELECT f.district, max(f.day) AS latest, days_between(max(f.day), max(t.day)) AS days
FROM facts f JOIN today t ON t.district = f.district
WHERE f.day <= t.day GROUP BY f.district HAVING days_between(max(f.day), max(t.day)) > 31 ORDER BY days DESC, f.district;
