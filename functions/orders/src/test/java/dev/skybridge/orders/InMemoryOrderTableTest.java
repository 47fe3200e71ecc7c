package dev.skybridge.orders;

/** The table that the other tests use does what DynamoDB does. */
final class InMemoryOrderTableTest extends OrderTableContract {
  private final InMemoryOrderTable table = new InMemoryOrderTable();

  @Override
  OrderTable table() {
    return table;
  }
}
