-- 各单位信息通报（更正不另计）
-- Notices by unit (a correction is no further one)
SELECT district, unit, extract(YEAR FROM issued) AS year, count(*) AS notices
FROM notices WHERE issued IS NOT NULL AND corrects IS NULL GROUP BY district, unit, extract(YEAR FROM issued) ORDER BY district, unit, year;
