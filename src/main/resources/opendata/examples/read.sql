-- first: curl -sLO https://grid.example.org/dumps/latest/records.parquet
select kind, count(*) as records, sum(contribution) as contribution
from 'records.parquet' group by kind order by records desc;
