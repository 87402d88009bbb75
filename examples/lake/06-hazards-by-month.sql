-- 各月发现的隐患
-- Hazards found, by month
SELECT district, extract(YEAR FROM found) AS year, extract(MONTH FROM found) AS month, count(*) AS hazards
FROM courses WHERE NOT elsewhere GROUP BY district, extract(YEAR FROM found), extract(MONTH FROM found) ORDER BY district, year, month;
