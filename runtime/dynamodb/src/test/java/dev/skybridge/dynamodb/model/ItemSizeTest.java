package dev.skybridge.dynamodb.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes as DynamoDB Local showed them at the limit of 400 KB. */
class ItemSizeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"N":"0"}                                        | 1
          {"N":"1"}                                        | 2
          {"N":"12"}                                       | 2
          {"N":"123"}                                      | 3
          {"N":"-12"}                                      | 3
          {"N":"-123"}                                     | 4
          {"N":"100"}                                      | 2
          {"N":"0.1"}                                      | 2
          {"N":"0.01"}                                     | 2
          {"N":"1.5"}                                      | 3
          {"N":"10.5"}                                     | 3
          {"N":"12.345"}                                   | 4
          {"N":"1.234"}                                    | 4
          {"N":"99999999999999999999999999999999999999"}   | 20
          {"N":"-99999999999999999999999999999999999999"}  | 21
          {"N":"1e-130"}                                   | 2
          {"N":"1e125"}                                    | 2
          {"S":""}                                         | 0
          {"S":"é"}                                        | 2
          {"S":"€😀"}                                      | 7
          {"B":"YWI="}                                     | 2
          {"BOOL":true}                                    | 1
          {"NULL":true}                                    | 1
          {"L":[]}                                         | 3
          {"L":[{"NULL":true}]}                            | 5
          {"L":[{"NULL":true},{"NULL":true}]}              | 7
          {"M":{}}                                         | 3
          {"M":{"ab":{"NULL":true}}}                       | 7
          {"M":{"ab":{"NULL":true},"cd":{"NULL":true}}}    | 11
          {"SS":["ab","cd"]}                               | 4
          {"NS":["1","2"]}                                 | 4
          {"BS":["YQ=="]}                                  | 1
          """)
  void valueHasTheDocumentedSize(String json, int bytes) throws JsonProcessingException {
    AttributeValue value = AttributeReader.value(new ObjectMapper().readTree(json));
    assertThat(ItemSize.of(value)).isEqualTo(bytes);
    assertThat(Item.EMPTY.with("näme", value).size()).isEqualTo(bytes + 5);
  }
}
