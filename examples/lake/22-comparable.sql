-- 各区县机制有哪些义务不同：不能直接比较的
-- Obligations that not every district has: these are not compared
SELECT o.code, count(DISTINCT o.district) AS districts
FROM obligations o GROUP BY o.code
HAVING count(DISTINCT o.district) < (SELECT count(DISTINCT district) FROM obligations) ORDER BY o.code;
