package dev.skybridge.services.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import org.junit.jupiter.api.Test;

class FormTest {
  @Test
  void membersListsAndStructuresHaveTheirPlaces() {
    assertThat(
            tree(
                "Action=AssumeRole&RoleArn=arn%3Aaws%3Aiam&Tags.member.2.Key=b&Tags.member.1.Key=a"
                    + "&Tags.member.1.Value=x+y&Empty="))
        .isEqualTo(
            "{\"Action\":\"AssumeRole\",\"RoleArn\":\"arn:aws:iam\","
                + "\"Tags\":[{\"Key\":\"a\",\"Value\":\"x y\"},{\"Key\":\"b\"}],\"Empty\":\"\"}");
  }

  @Test
  void listsOfEc2HaveNoMember() {
    assertThat(tree("Filter.1.Name=vpc-id&Filter.1.Value.1=vpc-1&Filter.1.Value.10=vpc-2"))
        .isEqualTo("{\"Filter\":[{\"Name\":\"vpc-id\",\"Value\":[\"vpc-1\",\"vpc-2\"]}]}");
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    for (String form : new String[] {"a..b=1", ".=1", "a.b.c.d.e.f.g.h.i.j.k.l.m=1", "a=%zz"}) {
      assertThatThrownBy(() -> tree(form))
          .as(form)
          .isInstanceOfSatisfying(
              dev.skybridge.services.AwsException.class,
              e -> assertThat(e.code()).isEqualTo("MalformedQueryString"));
    }
  }

  private static String tree(String form) {
    return Form.tree(
            Form.parameters(
                HttpRequest.outgoing(
                    "POST",
                    "/",
                    Headers.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                    form.getBytes(UTF_8))))
        .toString();
  }
}
