-- 哪些条款未落实的区县最多
-- The clauses that most districts have not carried out
SELECT clause, code, title, count(DISTINCT district) AS districts
FROM obligations WHERE state = 'unmet' AND level = 'unmet' GROUP BY clause, code, title ORDER BY districts DESC, clause, code;
