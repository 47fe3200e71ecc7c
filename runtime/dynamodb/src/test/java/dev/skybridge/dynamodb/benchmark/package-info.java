/**
 * The engine beside DynamoDB Local, in one run. With the module's tests compiled, from the
 * repository's root:
 *
 * <pre>./mvnw -pl runtime/dynamodb test -Dtest=BenchmarkTest -Dskybridge.benchmark=true</pre>
 *
 * It leaves a table in {@code runtime/dynamodb/target/benchmark.txt}, as it comes, and the same as
 * {@code benchmark.json}. The engine is called at its door, in this process; the signed front is
 * the whole program, built before, over HTTP on loopback with AWS's signatures; DynamoDB Local is
 * called over HTTP, unsigned: each with the same JSON. Processor time is the target's; of the
 * engine's, the callers' part too.
 */
@NullMarked
package dev.skybridge.dynamodb.benchmark;

import org.jspecify.annotations.NullMarked;
