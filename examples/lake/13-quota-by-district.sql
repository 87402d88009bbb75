-- 规定了最少次数的各项，做了几次
-- What is asked a number of times, and how often it was done
SELECT district, year, code, title, count, least, state
FROM obligations WHERE least IS NOT NULL ORDER BY district, year, code;
