package io.mingshu.gateway.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A failure as RFC 9457 writes it.
 *
 * @param type {@code urn:mingshu:error:} and the code
 * @param title the code in words
 * @param status the HTTP status
 * @param code the stable name
 * @param number the stable number
 * @param detail what happened and what to do, in the reader's language
 * @param traceId finds the line in the log
 * @param problems all that is wrong with a semantic query; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
    String type,
    String title,
    int status,
    String code,
    int number,
    String detail,
    String traceId,
    List<QueryFault> problems) {

  Problem {
    problems = List.copyOf(problems);
  }

  /** One thing wrong with a semantic query, with names that were probably meant. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record QueryFault(
      String code, int number, String subject, String text, List<String> suggestions) {}
}
