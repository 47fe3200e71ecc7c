package dev.skybridge.services.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** Outputs as XML: times are ISO 8601 in UTC; a list's elements have one name each. */
final class Xml {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME_MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();
  private final String listElement;
  private final boolean millis;

  /**
   * @param listElement what the elements of lists are called: {@code member} or {@code item}
   * @param millis whether times have milliseconds
   */
  Xml(String listElement, boolean millis) {
    this.listElement = listElement;
    this.millis = millis;
  }

  Xml declaration() {
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    return this;
  }

  /** Opens an element in a name space. */
  Xml open(String name, String namespace) {
    text.append('<').append(name).append(" xmlns=\"");
    escape(namespace);
    text.append("\">");
    return this;
  }

  Xml open(String name) {
    text.append('<').append(name).append('>');
    return this;
  }

  Xml close(String name) {
    text.append("</").append(name).append('>');
    return this;
  }

  Xml element(String name, String value) {
    open(name);
    escape(value);
    return close(name);
  }

  /** The members of a structure, one after the other. */
  Xml members(Output.Structure structure) {
    structure.members().forEach(this::element);
    return this;
  }

  byte[] bytes() {
    return text.toString().getBytes(UTF_8);
  }

  private void element(String name, Output output) {
    open(name);
    switch (output) {
      case Output.Text string -> escape(string.value());
      case Output.Whole whole -> text.append(whole.value());
      case Output.Flag flag -> text.append(flag.value());
      case Output.Time time -> text.append(time(time.value()));
      case Output.Blob blob -> text.append(Base64.getEncoder().encodeToString(blob.value()));
      case Output.Items items -> {
        String each = items.element().isEmpty() ? listElement : items.element();
        items.values().forEach(value -> element(each, value));
      }
      case Output.Entries entries ->
          entries
              .values()
              .forEach((key, value) -> {
                open("entry");
                element("key", key);
                element("value", value);
                close("entry");
              });
      case Output.Structure structure -> members(structure);
    }
    close(name);
  }

  private String time(Instant time) {
    return (millis ? TIME_MILLIS : TIME).format(time);
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '&' -> text.append("&amp;");
        case '"' -> text.append("&quot;");
        case '\r' -> text.append("&#xD;");
        default -> text.append(isXml(c) ? c : '\uFFFD');
      }
    }
  }

  /** Control characters but tab and line feed have no place in XML 1.0. */
  private static boolean isXml(char c) {
    return c >= ' ' || c == '\t' || c == '\n';
  }
}
