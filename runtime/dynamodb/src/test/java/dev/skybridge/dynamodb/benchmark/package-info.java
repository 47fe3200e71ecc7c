/**
 * The engine beside DynamoDB Local, in one run. With the module's tests compiled, from the
 * repository's root:
 *
 * <pre>./mvnw -pl runtime/dynamodb test -Dtest=BenchmarkTest -Dskybridge.benchmark=true</pre>
 *
 * It prints a table and leaves {@code runtime/dynamodb/target/benchmark.json}. The engine is called
 * at its door, DynamoDB Local over HTTP on loopback, each with the same JSON.
 */
@NullMarked
package dev.skybridge.dynamodb.benchmark;

import org.jspecify.annotations.NullMarked;
