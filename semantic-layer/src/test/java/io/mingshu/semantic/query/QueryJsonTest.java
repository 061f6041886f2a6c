package io.mingshu.semantic.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.error.MingshuException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'metric','metrics':['gmv']}",
        "{'kind':'metric','metrics':['gmv'],'period':{'type':'previous','unit':'month','back':1}}",
        "{'kind':'metric','metrics':['gmv'],'dimensions':['province'],'ranking':{'count':5}}",
        "{'kind':'metric','metrics':['gmv'],'period':{'type':'between','from':'2026-06-01',"
            + "'to':'2026-06-30'},'comparison':{'type':'with','base':{'type':'calendar',"
            + "'unit':'month','start':'2025-06-01'}}}",
        "{'kind':'metric','metrics':['buyers'],'filter':{'type':'and','parts':["
            + "{'type':'entity_has','entity':'order_id','conditions':[{'metric':'paid_amount',"
            + "'operator':'>=','value':500}]},{'type':'range','dimension':'hour','lower':"
            + "{'value':20,'inclusive':true},'upper':{'value':23,'inclusive':false}}]}}",
        "{'kind':'metric','metrics':['gmv'],'grain':'day','accumulation':{'type':'rolling',"
            + "'buckets':7},'ordering':{'metric':'gmv','descending':true}}",
        "{'kind':'retention'}",
        "{'kind':'retention','cohorts':'each_interval','unit':'week','returns':[{'first':1}]}",
        "{'kind':'funnel','funnel':'purchase','view':{'type':'trend','grain':'day'}}",
        "{'kind':'funnel','steps':[{'event':{'type':'is_null','dimension':'page'}}],'window':"
            + "{'count':1,'unit':'hour'},'breakdown':{'dimension':'device'}}",
        "{'kind':'path','page':'home','direction':'to'}",
        "{'kind':'lifecycle','grain':'week'}",
        "{'kind':'stickiness'}",
        "{'kind':'lifecycle','comparison':{'type':'previous_period'}}",
        "{'kind':'retention','pooled':true,'comparison':{'type':'year_before'}}",
        "{'kind':'retention','pooled':true,'within':{'type':'after','count':30,'unit':'day'}}",
        "{'kind':'retention','pooled':true,'within':{'type':'during','period':{'type':'campaign','name':'618'}}}",
        "{'kind':'path','page':'home','comparison':{'type':'days_before','days':7}}",
        "{'kind':'funnel','funnel':'purchase','comparison':{'type':'with','base':{'type':'all'}}}",
        "{'kind':'conversion','base':{'type':'is_null','dimension':'a'},'conversion':"
            + "{'type':'is_null','dimension':'b'},'windowDays':7}"
      })
  void whatMayBeLeftOutMayBeLeftOut(String json) {
    SemanticQuery query = QueryJson.read(json.replace('\'', '"'));
    assertThat(QueryJson.read(QueryJson.write(query))).isEqualTo(query);
  }

  @Test
  void defaultsAreTheQuietOnes() {
    MetricQuery query =
        (MetricQuery)
            QueryJson.read(
                "{\"kind\":\"metric\",\"metrics\":[\"gmv\"],\"ranking\":{\"count\":3},"
                    + "\"conditions\":[{\"metric\":\"gmv\",\"operator\":\">\",\"value\":1}]}");
    assertThat(query.ranking()).contains(Ranking.first(3));
    assertThat(query.conditions().get(0).measure()).isEqualTo(Measure.VALUE);
    assertThat(query.dimensions()).isEqualTo(List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'kind':'metric','metrics':['gmv'],'dimension':['x']} | has no field dimension",
        "{'kind':'magic','metrics':['gmv']} | cannot be a magic",
        "{'metrics':['gmv']} | kind",
        "{'kind':'metric','metrics':['gmv'],'grain':'fortnight'} | grain cannot be fortnight",
        "{'kind':'metric','metrics':['gmv'],'period':{'type':'between','from':'June','to':'2026-06-30'}} | period.from cannot be June",
        "{'kind':'metric', | not valid JSON",
        "[] | wrong form"
      })
  void whatIsWrongIsSaid(String json, String message) {
    assertThatThrownBy(() -> QueryJson.read(json.replace('\'', '"')))
        .isInstanceOf(MingshuException.class)
        .hasMessageContaining(message);
  }
}
