-- 未销号的重大隐患，久的在前
-- Major hazards that are open, the oldest first
SELECT district, ref, unit, mine, found, days
FROM courses WHERE major AND is_open
ORDER BY days DESC, district, ref;
