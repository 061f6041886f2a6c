package io.mingshu.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Posts JSON, and knows some questions of the demo shop. */
final class Asker {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of one table and of several, small and large, in both languages. */
  static final List<String> QUESTIONS =
      List.of(
          "上个月GMV",
          "上个月各省GMV前五",
          "近30天每天的访客数",
          "上周支付转化率环比",
          "618期间各品类的支付金额",
          "上个月女装的客单价",
          "各渠道GMV占比",
          "今年每个月的订单数",
          "上个月各渠道的加购人数",
          "近7天各设备的浏览量",
          "上个月支付买家数",
          "上个月各会员等级的退款率",
          "GMV by category last month compared with the month before",
          "Top 5 brands by units sold last month",
          "Daily page views in the last 30 days",
          "Average order value by channel last month",
          "Which province had the highest GMV in Q2?",
          "Paid orders by hour of day last month",
          "Discount rate by category last month",
          "Active users by channel last month");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** What a gateway answers; it must have answered. */
  JsonNode ask(URI gateway, String question) throws IOException, InterruptedException {
    JsonNode answer = JSON.readTree(askForBody(gateway, question));
    if (!answer.path("status").asText().equals("answered")) {
      throw new IOException(question + ": " + answer.path("status").asText());
    }
    return answer;
  }

  /** The same as it comes back. */
  String askForBody(URI gateway, String question) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("question", question);
    return post(gateway.resolve("/api/v1/ask"), body);
  }

  /** A body as it comes back. */
  String post(URI address, JsonNode body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(response.statusCode() + " " + response.body());
    }
    return response.body();
  }
}
