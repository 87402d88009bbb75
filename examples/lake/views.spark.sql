-- 在数据湖的文件夹里运行：spark-sql -i sql/views.spark.sql
-- From the folder of the lake: spark-sql -i sql/views.spark.sql
-- 一类记录一个视图；旧文件缺少的列读作空。A view a kind; a column that an older file lacks is empty.

CREATE OR REPLACE TEMPORARY VIEW plans USING parquet OPTIONS (path 'edition=*/district=*/table=plans/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW orders USING parquet OPTIONS (path 'edition=*/district=*/table=orders/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW facilities USING parquet OPTIONS (path 'edition=*/district=*/table=facilities/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW hazards USING parquet OPTIONS (path 'edition=*/district=*/table=hazards/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW accidents USING parquet OPTIONS (path 'edition=*/district=*/table=accidents/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW directives USING parquet OPTIONS (path 'edition=*/district=*/table=directives/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW notices USING parquet OPTIONS (path 'edition=*/district=*/table=notices/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW agenda USING parquet OPTIONS (path 'edition=*/district=*/table=agenda/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW meetings USING parquet OPTIONS (path 'edition=*/district=*/table=meetings/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW enforcements USING parquet OPTIONS (path 'edition=*/district=*/table=enforcements/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW responses USING parquet OPTIONS (path 'edition=*/district=*/table=responses/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW upward USING parquet OPTIONS (path 'edition=*/district=*/table=upward/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW waivers USING parquet OPTIONS (path 'edition=*/district=*/table=waivers/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW courses USING parquet OPTIONS (path 'edition=*/district=*/table=courses/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW findings USING parquet OPTIONS (path 'edition=*/district=*/table=findings/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW obligations USING parquet OPTIONS (path 'edition=*/district=*/table=obligations/year=*', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW units USING parquet OPTIONS (path 'edition=*/district=*/table=units', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW mines USING parquet OPTIONS (path 'edition=*/district=*/table=mines', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW licences USING parquet OPTIONS (path 'edition=*/district=*/table=licences', mergeSchema 'true');
CREATE OR REPLACE TEMPORARY VIEW clauses USING parquet OPTIONS (path 'edition=*/district=*/table=clauses', mergeSchema 'true');

-- 从一天到另一天的天数。Days from one day to another.
CREATE OR REPLACE TEMPORARY FUNCTION days_between(one DATE, other DATE) RETURNS INT RETURN datediff(other, one);

-- 各区县的截至日。The day as of which each district was judged.
CREATE OR REPLACE TEMPORARY VIEW today AS SELECT district, max(as_of) AS day FROM obligations GROUP BY district;

-- 记录里的表，一项一行。Tables within records, a row an item.
CREATE OR REPLACE TEMPORARY VIEW extensions AS SELECT district, ref, unit, mine, explode(extension) AS item FROM hazards;
CREATE OR REPLACE TEMPORARY VIEW reinspections AS SELECT district, ref, unit, mine, explode(reinspection) AS item FROM hazards;
CREATE OR REPLACE TEMPORARY VIEW notice_about AS SELECT district, ref, unit, issued, explode(about) AS about FROM notices;
CREATE OR REPLACE TEMPORARY VIEW attendances AS SELECT district, ref, held, explode(attendance) AS item FROM meetings;
CREATE OR REPLACE TEMPORARY VIEW licences_held AS SELECT district, unit, mine, explode(licence) AS item FROM licences;

-- 每条记录所述事实的日期。The day of the fact of each record.
CREATE OR REPLACE TEMPORARY VIEW facts AS
SELECT district, o.unit, CAST(o.at AS DATE) AS day FROM orders o
UNION ALL SELECT district, unit, found FROM hazards
UNION ALL SELECT district, unit, occurred FROM accidents
UNION ALL SELECT district, unit, issued FROM notices
UNION ALL SELECT district, unit, held FROM meetings
UNION ALL SELECT district, e.unit, e.from FROM enforcements e
UNION ALL SELECT district, r.unit, r.on FROM responses r
UNION ALL SELECT district, u.unit, u.on FROM upward u;
