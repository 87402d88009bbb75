-- 重大隐患从发现到书面通报的天数
-- Days from finding a major hazard to its notice on paper
SELECT h.district, h.ref, h.found, min(n.issued) AS notified, days_between(h.found, min(n.issued)) AS days
FROM courses h LEFT JOIN notice_about n ON n.district = h.district AND n.about = h.ref
WHERE h.major AND NOT h.elsewhere GROUP BY h.district, h.ref, h.found ORDER BY h.district, h.ref;
