package dev.skybridge.services.lambda;

import dev.skybridge.gate.TraceLog;
import dev.skybridge.services.process.ChildProcesses;
import java.time.InstantSource;

/** What every execution environment stands on. */
record Host(
    LambdaSettings settings,
    CommandLine commandLine,
    ChildProcesses processes,
    PackageStore packages,
    AotCaches caches,
    LocalHttp http,
    RoleSessions roles,
    LogSink logs,
    Egress egress,
    DynamoDbDoor dynamoDb,
    TraceLog traces,
    InstantSource clock) {}
