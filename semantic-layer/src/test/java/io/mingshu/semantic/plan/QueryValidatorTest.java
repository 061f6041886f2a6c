package io.mingshu.semantic.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.QueryJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryValidatorTest {
  private static List<QueryProblem> problems(String fields) {
    String json = "{'kind':'metric'," + fields + "}";
    MetricQuery query = (MetricQuery) QueryJson.read(json.replace('\'', '"'));
    MetricExpander expander = new MetricExpander(CornerShop.catalog());
    return QueryValidator.validate(expander.completed(query), CornerShop.catalog(), expander);
  }

  @Test
  void aGoodQueryHasNoProblems() {
    assertThat(problems("'metrics':['conversion'],'dimensions':['province'],'grain':'day'"))
        .isEmpty();
  }

  @Test
  void allProblemsAreFoundAtOnceWithSuggestions() {
    List<QueryProblem> found =
        problems(
            "'metrics':['gvm'],'dimensions':['provnce'],'filter':"
                + "{'type':'in','dimension':'campaign','values':['双12'],'negated':false}");
    assertThat(found)
        .extracting(QueryProblem::code)
        .containsExactly(
            ErrorCode.UNKNOWN_METRIC, ErrorCode.UNKNOWN_DIMENSION, ErrorCode.INVALID_QUERY);
    assertThat(found.get(0).suggestions()).containsExactly("gmv");
    assertThat(found.get(1).suggestions()).containsExactly("province");
    assertThat(found.get(2).suggestions()).contains("双11");
  }

  @Test
  void aDimensionThatAMetricDoesNotHaveIsExplained() {
    List<QueryProblem> found = problems("'metrics':['conversion'],'dimensions':['first_order']");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).code()).isEqualTo(ErrorCode.INCOMPATIBLE_DIMENSION);
    assertThat(found.get(0).text().zh()).contains("转化率").contains("首单");
    assertThat(found.get(0).suggestions()).contains("province").doesNotContain("user");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'metrics':[] | no metric",
        "'metrics':['gmv','gmv'] | twice",
        "'metrics':['gmv'],'dimensions':['user'] | Personal data",
        "'metrics':['gmv'],'ordering':{'metric':'uv','descending':true} | ordered by uv",
        "'metrics':['gmv'],'dimensions':['province'],'ordering':{'metric':'gmv','measure':'change','descending':true} | no CHANGE",
        "'metrics':['gmv'],'ranking':{'count':3} | no groups to rank",
        "'metrics':['gmv'],'dimensions':['province'],'ranking':{'count':0} | at least one place",
        "'metrics':['uv'],'dimensions':['province'],'ranking':{'count':3,'others':true} | can be summed",
        "'metrics':['gmv'],'dimensions':['province'],'ranking':{'count':3,'within':['campaign']} | no campaign to rank within",
        "'metrics':['gmv'],'grain':'day','comparison':{'type':'with','base':{'type':'days_ago','days':3}} | named base period",
        "'metrics':['gmv'],'accumulation':{'type':'running_total'} | needs a time grain",
        "'metrics':['dau'],'grain':'day','accumulation':{'type':'running_total'} | does not accumulate",
        "'metrics':['gmv','running_gmv'],'grain':'day' | cumulative metrics",
        "'metrics':['gmv'],'share':{'over':['province']} | always 100%",
        "'metrics':['gmv'],'countGroups':true | no groups to count",
        "'metrics':['gmv'],'filter':{'type':'range','dimension':'province'} | no ranges",
        "'metrics':['uv'],'filter':{'type':'in','dimension':'rooms','values':['many']} | no value many",
        "'metrics':['gmv'],'filter':{'type':'entity_has','entity':'province','conditions':[{'metric':'orders','operator':'>','value':1}]} | does not identify",
        "'metrics':['gmv'],'period':{'type':'campaign','name':'818','peakOnly':false} | no campaign 818"
      })
  void oddQueriesAreRefused(String fields, String message) {
    assertThat(problems(fields)).anyMatch(p -> p.text().en().contains(message));
  }

  @Test
  void groupsOfPersonalDataMayBeCounted() {
    assertThat(
            problems(
                "'metrics':['orders'],'dimensions':['user'],'countGroups':true,"
                    + "'conditions':[{'metric':'orders','operator':'>=','value':2}]"))
        .isEmpty();
  }
}
