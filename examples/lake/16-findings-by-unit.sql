-- 各单位尚存的问题，按轻重
-- What is open, by unit and weight
SELECT district, unit, level, count(*) AS findings
FROM findings WHERE state = 'open' GROUP BY district, unit, level ORDER BY district, unit, level;
