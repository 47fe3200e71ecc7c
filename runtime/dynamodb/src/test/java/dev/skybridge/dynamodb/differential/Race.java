package dev.skybridge.dynamodb.differential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What some writers attempt at the same time. However their attempts mix, the number of winners of
 * each contest and all that is left but who won is known: so two sides can be compared.
 */
final class Race {
  static final String TABLE = "race";
  static final int ACCOUNT = 100;

  private static final int WRITERS = 8;
  private static final int ITEMS = 3;
  private static final int VERSIONS = 4;

  private final Random random;
  private final int stock;
  private final List<List<Attempt>> writers = new ArrayList<>();

  /**
   * One call of a writer.
   *
   * @param contest what it is an attempt at: contests of one name have the same winners everywhere
   */
  record Attempt(String contest, String operation, ObjectNode request) {}

  Race(long seed) {
    random = new Random(seed);
    stock = 1 + random.nextInt(2 * WRITERS);
    for (int writer = 0; writer < WRITERS; writer++) {
      writers.add(attempts(writer));
    }
  }

  List<List<Attempt>> writers() {
    return writers;
  }

  static ObjectNode createTable() {
    return json(
        """
        {'TableName':'race','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'h','AttributeType':'S'},
          {'AttributeName':'n','AttributeType':'N'}],
         'KeySchema':[{'AttributeName':'h','KeyType':'HASH'}],
         'GlobalSecondaryIndexes':[{'IndexName':'by-n','KeySchema':[
          {'AttributeName':'n','KeyType':'HASH'}],'Projection':{'ProjectionType':'ALL'}}]}
        """);
  }

  /** What is there before the race. */
  List<ObjectNode> before() {
    List<ObjectNode> puts = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      puts.add(put("{'h':{'S':'version-%d'},'v':{'N':'0'}}".formatted(item)));
      puts.add(put("{'h':{'S':'remove-%d'}}".formatted(item)));
      puts.add(put("{'h':{'S':'stock-%d'},'stock':{'N':'%d'}}".formatted(item, stock)));
      puts.add(put("{'h':{'S':'account-%d'},'balance':{'N':'%d'}}".formatted(item, ACCOUNT)));
    }
    return puts;
  }

  private static ObjectNode put(String item) {
    return json("{'TableName':'race','Item':%s}".formatted(item));
  }

  /** The attempts of a writer in an order of its own; those at versions one after the other. */
  private List<Attempt> attempts(int writer) {
    List<List<Attempt>> parts = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      parts.add(List.of(claim(writer, item)));
      parts.add(List.of(remove(item)));
      parts.add(List.of(pair(writer, item)));
      parts.add(List.of(look(item)));
      parts.add(List.of(once(item)));
      parts.add(versions(writer, item));
      for (int again = random.nextInt(4); again >= 0; again--) {
        parts.add(List.of(take(item)));
        parts.add(List.of(count(item)));
        parts.add(List.of(transfer()));
      }
    }
    Collections.shuffle(parts, random);
    return parts.stream().flatMap(List::stream).toList();
  }

  private static Attempt claim(int writer, int item) {
    return new Attempt(
        "claim-" + item,
        "PutItem",
        json(
            """
            {'TableName':'race','Item':{'h':{'S':'claim-%d'},'owner':{'N':'%d'},'n':{'N':'1'}},
             'ConditionExpression':'attribute_not_exists(h)'}
            """
                .formatted(item, writer)));
  }

  private static Attempt remove(int item) {
    return new Attempt(
        "remove-" + item,
        "DeleteItem",
        json(
            """
            {'TableName':'race','Key':{'h':{'S':'remove-%d'}},
             'ConditionExpression':'attribute_exists(h)'}
            """
                .formatted(item)));
  }

  private static List<Attempt> versions(int writer, int item) {
    List<Attempt> attempts = new ArrayList<>();
    for (int version = 0; version < VERSIONS; version++) {
      attempts.add(
          new Attempt(
              "version-" + item + "-" + version,
              "UpdateItem",
              json(
                  """
                  {'TableName':'race','Key':{'h':{'S':'version-%d'}},
                   'UpdateExpression':'SET v = :next, #o = :me','ConditionExpression':'v = :seen',
                   'ExpressionAttributeNames':{'#o':'owner'},'ExpressionAttributeValues':{
                    ':seen':{'N':'%d'},':next':{'N':'%d'},':me':{'N':'%d'}}}
                  """
                      .formatted(item, version, version + 1, writer))));
    }
    return attempts;
  }

  private static Attempt take(int item) {
    return new Attempt(
        "stock-" + item,
        "UpdateItem",
        json(
            """
            {'TableName':'race','Key':{'h':{'S':'stock-%d'}},
             'UpdateExpression':'SET stock = stock - :one','ConditionExpression':'stock >= :one',
             'ExpressionAttributeValues':{':one':{'N':'1'}}}
            """
                .formatted(item)));
  }

  private Attempt count(int item) {
    return new Attempt(
        "count-" + item,
        "UpdateItem",
        json(
            """
            {'TableName':'race','Key':{'h':{'S':'account-%d'}},'UpdateExpression':'ADD n :d',
             'ExpressionAttributeValues':{':d':{'N':'%s'}}}
            """
                .formatted(item, 1 + random.nextInt(9) + "." + random.nextInt(10))));
  }

  /** Two items or none. */
  private static Attempt pair(int writer, int item) {
    String put =
        """
        {'Put':{'TableName':'race','Item':{'h':{'S':'%s-%d'},'owner':{'N':'%d'}},
         'ConditionExpression':'attribute_not_exists(h)'}}\
        """;
    return new Attempt(
        "pair-" + item,
        "TransactWriteItems",
        json(
            "{'TransactItems':[%s,%s]}"
                .formatted(
                    put.formatted("left", item, writer), put.formatted("right", item, writer))));
  }

  private static Attempt look(int item) {
    String get = "{'Get':{'TableName':'race','Key':{'h':{'S':'%s-%d'}}}}";
    return new Attempt(
        "look-" + item,
        "TransactGetItems",
        json(
            "{'TransactItems':[%s,%s]}"
                .formatted(get.formatted("left", item), get.formatted("right", item))));
  }

  /** All writers send the same with the same token. */
  private static Attempt once(int item) {
    return new Attempt(
        "once-" + item,
        "TransactWriteItems",
        json(
            """
            {'ClientRequestToken':'once-%d','TransactItems':[{'Update':{'TableName':'race',
             'Key':{'h':{'S':'once-%d'}},'UpdateExpression':'ADD n :one',
             'ExpressionAttributeValues':{':one':{'N':'1'}}}}]}
            """
                .formatted(item, item)));
  }

  /** Who wins depends on the order. */
  private Attempt transfer() {
    int from = random.nextInt(ITEMS);
    int to = (from + 1 + random.nextInt(ITEMS - 1)) % ITEMS;
    String update =
        """
        {'Update':{'TableName':'race','Key':{'h':{'S':'account-%d'}},
         'UpdateExpression':'SET balance = balance %s :d','ConditionExpression':'balance >= :least',
         'ExpressionAttributeValues':{':d':{'N':'%d'},':least':{'N':'%d'}}}}\
        """;
    int amount = 1 + random.nextInt(ACCOUNT);
    return new Attempt(
        String.format(Locale.ROOT, "transfer %d %d %d", from, to, amount),
        "TransactWriteItems",
        json(
            "{'TransactItems':[%s,%s]}"
                .formatted(
                    update.formatted(from, "-", amount, amount),
                    update.formatted(to, "+", amount, 0))));
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) EngineSide.JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
