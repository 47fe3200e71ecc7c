/** The embedded DynamoDB engine; its one exported package is the door. */
module dev.skybridge.dynamodb {
  requires com.fasterxml.jackson.databind;
  requires java.sql;
  requires org.xerial.sqlitejdbc;
  requires static org.jspecify;

  exports dev.skybridge.dynamodb;
}
