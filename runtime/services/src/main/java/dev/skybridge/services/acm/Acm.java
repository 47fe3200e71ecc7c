package dev.skybridge.services.acm;

import dev.skybridge.network.tls.TlsIdentity;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * AWS Certificate Manager. A certificate's record says what it is for; its key and chain lie in the
 * data folder and are made when they are missing, no longer fit the record or near their end.
 *
 * <p>Thread-safe; its monitor guards the records, and a lock per certificate its files: who needs
 * one certificate never waits for the key of another.
 */
public final class Acm {
  /** Private certificates are valid for 13 months (ACM user guide, "Private certificates"). */
  public static final Duration VALIDITY = Duration.ofDays(395);

  /** The authority sets notBefore to 60 minutes before the time of issuance. */
  public static final Duration BACKDATED = Duration.ofMinutes(60);

  /** Managed renewal begins 60 days before the end (ACM user guide, "Managed renewal"). */
  private static final Duration RENEWED_BEFORE_END = Duration.ofDays(60);

  private final Path folder;
  private final Function<KeyAlgorithm, KeyPair> keys;
  private final PrivateAuthority authority;
  private final Clock clock;
  private final Map<Arn, Certificate> records = new HashMap<>();
  private final Map<Path, TlsIdentity> held = new ConcurrentHashMap<>();
  private final Map<Path, ReentrantLock> locks = new ConcurrentHashMap<>();

  /**
   * @param folder where keys and chains are kept, mode 600
   */
  public Acm(Path folder, PrivateAuthority authority, Clock clock) {
    this(folder, KeyAlgorithm::generate, authority, clock);
  }

  /**
   * @param folder where keys and chains are kept, mode 600
   * @param stock where keys may lie ready
   */
  public Acm(Path folder, KeyStock stock, PrivateAuthority authority, Clock clock) {
    this(folder, stock::take, authority, clock);
  }

  private Acm(
      Path folder, Function<KeyAlgorithm, KeyPair> keys, PrivateAuthority authority, Clock clock) {
    this.folder = folder;
    this.keys = keys;
    this.authority = authority;
    this.clock = clock;
  }

  /**
   * Checks that a certificate can be requested from {@code authorityArn}.
   *
   * @throws AwsException InvalidArnException, as RequestCertificate answers
   */
  public void checkAuthority(Arn authorityArn) {
    if (!authority.knows(authorityArn)) {
      throw new AwsException(
          "InvalidArnException",
          400,
          "The requested Amazon Resource Name (ARN) does not refer to an existing resource: "
              + authorityArn);
    }
  }

  public synchronized void put(Certificate certificate) {
    records.put(certificate.arn(), certificate);
  }

  /** Forgets a certificate and deletes its key; of an unknown one, nothing. */
  public void remove(Arn arn) {
    Certificate certificate;
    synchronized (this) {
      certificate = records.remove(arn);
    }
    if (certificate != null) {
      Path place = place(certificate);
      locked(
          place,
          () -> {
            held.remove(place);
            new KeyFolder(place).delete();
            return place;
          });
    }
  }

  /** The certificates of an account in a Region, in no order. */
  synchronized List<Certificate> certificates(Scope scope) {
    return records.values().stream().filter(record -> record.scope().equals(scope)).toList();
  }

  public synchronized Optional<Certificate> certificate(Arn arn) {
    return Optional.ofNullable(records.get(arn));
  }

  /** The key and chain of a certificate, renewed when they near their end. */
  public Optional<TlsIdentity> identity(Arn arn) {
    return certificate(arn)
        .map(certificate ->
            identity(
                place(certificate),
                certificate.authority(),
                certificate.names(),
                certificate.algorithm()));
  }

  /** The key and chain with which AWS itself answers for {@code names}, e.g. execute-api's. */
  public TlsIdentity ofService(Region region, List<String> names) {
    Path place =
        folder
            .resolve("services")
            .resolve(region.name())
            .resolve(names.getFirst().replace('*', '_'));
    return identity(place, authority.ofServices(region), names, KeyAlgorithm.EC_PRIME256V1);
  }

  /**
   * Makes what is missing, so that the first handshake does not wait for a key; ends early when its
   * thread is interrupted.
   */
  public void reconcile() {
    List<Arn> all;
    synchronized (this) {
      all = List.copyOf(records.keySet());
    }
    for (Arn arn : all) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      identity(arn);
    }
  }

  private TlsIdentity identity(
      Path place, Arn authorityArn, List<String> names, KeyAlgorithm algorithm) {
    return locked(place, () -> current(place, authorityArn, names, algorithm));
  }

  private <T> T locked(Path place, Supplier<T> step) {
    ReentrantLock lock = locks.computeIfAbsent(place, _ -> new ReentrantLock());
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
    }
  }

  private TlsIdentity current(
      Path place, Arn authorityArn, List<String> names, KeyAlgorithm algorithm) {
    TlsIdentity kept = held.get(place);
    if (kept == null) {
      kept = new KeyFolder(place).read().orElse(null);
    }
    if (kept == null || !fits(kept, authorityArn, names, algorithm)) {
      KeyPair pair = keys.apply(algorithm);
      kept =
          new TlsIdentity(
              pair.getPrivate(), authority.issue(authorityArn, names, pair.getPublic(), VALIDITY));
      new KeyFolder(place).write(kept);
    }
    held.put(place, kept);
    return kept;
  }

  private boolean fits(
      TlsIdentity kept, Arn authorityArn, List<String> names, KeyAlgorithm algorithm) {
    X509Certificate certificate = kept.chain().getFirst();
    return clock.instant().isBefore(certificate.getNotAfter().toInstant().minus(RENEWED_BEFORE_END))
        && algorithm.made(certificate.getPublicKey())
        && namesOf(certificate).equals(Set.copyOf(names))
        && kept.chain().getLast().equals(authority.root(authorityArn));
  }

  private static Set<String> namesOf(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? Set.of()
          : names.stream().map(name -> String.valueOf(name.get(1))).collect(Collectors.toSet());
    } catch (CertificateParsingException e) {
      return Set.of();
    }
  }

  private Path place(Certificate certificate) {
    String resource = certificate.arn().resource();
    return folder
        .resolve(certificate.scope().account().value())
        .resolve(certificate.scope().region().name())
        .resolve(resource.substring(resource.indexOf('/') + 1));
  }
}
