package dev.skybridge.services.apigateway.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever document comes, the import answers with an API or with what is wrong, and soon. */
class DocumentFuzz {
  static Stream<Arguments> seeds() throws IOException {
    return Stream.of(
        Arguments.of((Object) DocumentFuzzTest.document().getBytes(UTF_8)),
        Arguments.of((Object) DocumentFuzzTest.small().getBytes(UTF_8)));
  }

  @MethodSource("seeds")
  @FuzzTest
  @DictionaryFile(resourcePath = "document.dict")
  void everyDocumentIsImportedOrRefused(byte[] data) {
    DocumentFuzzTest.refuses("fuzzed", new String(data, UTF_8));
  }
}
