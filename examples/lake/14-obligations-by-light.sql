-- 各区县各年义务的灯
-- Obligations by district, year and light
SELECT district, year, light, count(*) AS obligations
FROM obligations WHERE light IS NOT NULL GROUP BY district, year, light ORDER BY district, year, light;
