-- 各年召开的联席会议和到会单位
-- Joint meetings by year, and the units that came
SELECT district, extract(YEAR FROM held) AS year, count(DISTINCT ref) AS meetings, count(DISTINCT a.item.who) AS units
FROM attendances a WHERE held IS NOT NULL AND a.item.how <> 'leave' GROUP BY district, extract(YEAR FROM held) ORDER BY district, year;
