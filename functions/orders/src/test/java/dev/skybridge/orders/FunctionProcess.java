package dev.skybridge.orders;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * A JVM that makes a function as the Lambda runtime does, from its class name and the environment,
 * and gives it the event on standard input.
 */
final class FunctionProcess {
  private FunctionProcess() {}

  public static void main(String[] arguments) throws Exception {
    RequestStreamHandler function =
        Class.forName(arguments[0])
            .asSubclass(RequestStreamHandler.class)
            .getDeclaredConstructor()
            .newInstance();
    TestContext context = new TestContext();
    function.handleRequest(System.in, System.out, context);
    context.lines().forEach(System.err::println);
  }
}
