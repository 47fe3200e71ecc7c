package dev.skybridge.provider.protocol;

import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServerTransportFilter;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.BiFunction;

/** The gRPC service {@code tfplugin5.Provider}: names of calls, bytes in, bytes out. */
final class PluginService {
  private static final String NAME = "tfplugin5.Provider";
  private static final Attributes.Key<Session> SESSION = Attributes.Key.create("session");
  private static final Context.Key<Session> CURRENT = Context.key("session");

  private PluginService() {}

  static ServerServiceDefinition definition(
      ProviderCalls provider, ResourceCalls resources, DataCalls data) {
    var service = new Definition(ServerServiceDefinition.builder(NAME));
    service.call("GetMetadata", (_, _) -> provider.metadata());
    service.call("GetSchema", (_, _) -> provider.schemas());
    service.call("PrepareProviderConfig", (_, request) -> provider.prepare(request));
    service.call("Configure", provider::configure);
    service.call("Stop", (_, _) -> new byte[0]);
    service.call("ValidateResourceTypeConfig", (_, request) -> resources.validate(request));
    service.call("UpgradeResourceState", (_, request) -> resources.upgrade(request));
    service.call("ReadResource", resources::read);
    service.call("PlanResourceChange", resources::plan);
    service.call("ApplyResourceChange", resources::apply);
    service.call("ImportResourceState", resources::importState);
    service.call("ValidateDataSourceConfig", (_, request) -> data.validate(request));
    service.call("ReadDataSource", data::read);
    service.call("GetFunctions", (_, _) -> new byte[0]);
    return service.builder.build();
  }

  /** Gives each connection a session. */
  static final class Sessions extends ServerTransportFilter {
    @Override
    public Attributes transportReady(Attributes attributes) {
      return attributes.toBuilder().set(SESSION, new Session()).build();
    }
  }

  /** Makes the connection's session known to its calls. */
  static final class CurrentSession implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      var session = call.getAttributes().get(SESSION);
      return Contexts.interceptCall(
          Context.current().withValue(CURRENT, session), call, headers, next);
    }
  }

  private record Definition(ServerServiceDefinition.Builder builder) {
    void call(String name, BiFunction<Session, WireMessage, byte[]> answer) {
      var method =
          MethodDescriptor.newBuilder(new Bytes(), new Bytes())
              .setType(MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(MethodDescriptor.generateFullMethodName(NAME, name))
              .build();
      builder.addMethod(
          method,
          ServerCalls.asyncUnaryCall((request, observer) -> {
            try {
              var response = answer.apply(CURRENT.get(), WireMessage.read(request));
              observer.onNext(response);
              observer.onCompleted();
            } catch (RuntimeException e) {
              observer.onError(
                  Status.INVALID_ARGUMENT
                      .withDescription(name + ": " + e.getMessage())
                      .withCause(e)
                      .asRuntimeException());
            }
          }));
    }
  }

  private record Bytes() implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
