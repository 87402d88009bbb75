-- 事故：死亡和受伤人数
-- Accidents: deaths and injured
SELECT district, extract(YEAR FROM occurred) AS year, count(*) AS accidents, sum(deaths) AS deaths, sum(injured) AS injured
FROM accidents GROUP BY district, extract(YEAR FROM occurred) ORDER BY district, year;
