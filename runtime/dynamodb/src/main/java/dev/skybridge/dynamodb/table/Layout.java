package dev.skybridge.dynamodb.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.KeyBytes;
import dev.skybridge.dynamodb.store.KeyRange;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Where things are among a store's ordered bytes; part of the file's format. The first byte says
 * what an entry is:
 *
 * <ul>
 *   <li>1, name: a table's definition
 *   <li>2: the next id
 *   <li>3, id: what belongs to the id is to be removed
 *   <li>4, token: a transaction's idempotency token; 5, time, token: the tokens by age
 *   <li>16, id, hash, partition key, sort key (in an index: and the table's keys): an item
 *   <li>16, id, second, item's place: an item by its expiry
 * </ul>
 *
 * The hash spreads the partitions of a table evenly, so that segments of a scan are ranges.
 */
public final class Layout {
  /** How long a transaction's idempotency token is remembered. */
  public static final Duration TOKEN_REMEMBERED = Duration.ofMinutes(10);

  private static final byte DEFINITION = 1;
  private static final byte NEXT_ID = 2;
  private static final byte REMOVED = 3;
  private static final byte TOKEN = 4;
  private static final byte TOKEN_AGE = 5;
  private static final byte DATA = 16;
  private static final int ID_BYTES = 5;
  private static final int HASH_MIX = 0x9E3779B1;
  private static final long HASHES = 1L << 32;

  private Layout() {}

  static byte[] definition(String table) {
    return join(new byte[] {DEFINITION}, table.getBytes(UTF_8));
  }

  static KeyRange definitions() {
    return KeyRange.prefix(new byte[] {DEFINITION});
  }

  static byte[] nextId() {
    return new byte[] {NEXT_ID};
  }

  static byte[] removed(int id) {
    return ByteBuffer.allocate(ID_BYTES).put(REMOVED).putInt(id).array();
  }

  static KeyRange allRemoved() {
    return KeyRange.prefix(new byte[] {REMOVED});
  }

  static int removedId(byte[] key) {
    return ByteBuffer.wrap(key).getInt(1);
  }

  /** A transaction's idempotency token. */
  public static byte[] token(String token) {
    return join(new byte[] {TOKEN}, token.getBytes(UTF_8));
  }

  /** The same by age. */
  public static byte[] tokenAge(long millis, String token) {
    byte[] text = token.getBytes(UTF_8);
    return ByteBuffer.allocate(9 + text.length).put(TOKEN_AGE).putLong(millis).put(text).array();
  }

  /** The tokens that are older than a time. */
  public static KeyRange tokensBefore(long millis) {
    return new KeyRange(new byte[] {TOKEN_AGE}, tokenAge(millis, ""));
  }

  /** The token of an entry by age. */
  public static String agedToken(byte[] key) {
    return new String(key, 9, key.length - 9, UTF_8);
  }

  /** All of a table, of an index, or of an order of expiry. */
  public static KeyRange all(int id) {
    return KeyRange.prefix(data(id));
  }

  /** A part of all, by hash of the partition key. */
  public static KeyRange segment(int id, int segment, int total) {
    long from = HASHES * segment / total;
    long to = HASHES * (segment + 1) / total;
    return new KeyRange(
        hashed(id, (int) from), to == HASHES ? KeyRange.after(data(id)) : hashed(id, (int) to));
  }

  /** The items of a partition. */
  public static KeyRange partition(int id, List<AttributeValue> hash) {
    return KeyRange.prefix(place(id, hash));
  }

  /** Where a partition's items begin; the bytes of sort keys follow. */
  public static byte[] place(int id, List<AttributeValue> hash) {
    byte[] partition = delimited(hash);
    CRC32C crc = new CRC32C();
    crc.update(partition);
    // Similar keys have similar checksums; the product spreads them.
    int mixed = (int) crc.getValue() * HASH_MIX;
    return join(hashed(id, mixed ^ (mixed >>> 15)), partition);
  }

  /** The place of the item that has this key. */
  public static byte[] item(TableDefinition table, Item key) {
    KeySchema keys = table.keys();
    return join(
        place(table.id(), KeySchema.values(keys.hash(), key).orElseThrow()),
        delimited(KeySchema.values(keys.range(), key).orElseThrow()));
  }

  /** The place of an item in an index; empty when it is not in there. */
  public static Optional<byte[]> index(IndexDefinition index, TableDefinition table, Item item) {
    Optional<List<AttributeValue>> hash = KeySchema.values(index.keys().hash(), item);
    Optional<List<AttributeValue>> range = KeySchema.values(index.keys().range(), item);
    if (hash.isEmpty() || range.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        join(
            place(index.id(), hash.get()),
            delimited(range.get()),
            delimited(KeySchema.values(table.keys().hash(), item).orElseThrow()),
            delimited(KeySchema.values(table.keys().range(), item).orElseThrow())));
  }

  static byte[] expiry(TimeToLive expiry, long second, byte[] item) {
    return ByteBuffer.allocate(ID_BYTES + Long.BYTES + item.length)
        .put(data(expiry.id()))
        .putLong(second)
        .put(item)
        .array();
  }

  static KeyRange expired(TimeToLive expiry, long from, long to) {
    return new KeyRange(expiry(expiry, from, new byte[0]), expiry(expiry, to, new byte[0]));
  }

  static byte[] expiring(byte[] key) {
    return Arrays.copyOfRange(key, ID_BYTES + Long.BYTES, key.length);
  }

  /** Key values one after the other, so that the bytes have their order. */
  public static byte[] delimited(List<AttributeValue> values) {
    if (values.size() == 1) {
      return KeyBytes.delimited(values.getFirst());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    values.forEach(value -> bytes.writeBytes(KeyBytes.delimited(value)));
    return bytes.toByteArray();
  }

  private static byte[] data(int id) {
    return ByteBuffer.allocate(ID_BYTES).put(DATA).putInt(id).array();
  }

  private static byte[] hashed(int id, int hash) {
    return ByteBuffer.allocate(ID_BYTES + Integer.BYTES).put(data(id)).putInt(hash).array();
  }

  /** Bytes one after the other. */
  public static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer joined = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      joined.put(part);
    }
    return joined.array();
  }
}
