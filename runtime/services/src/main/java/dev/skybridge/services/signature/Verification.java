package dev.skybridge.services.signature;

import static java.util.Objects.requireNonNull;

/** What became of a request's signature. */
public sealed interface Verification {
  /** It is good. */
  record Signed(Caller caller) implements Verification {
    public Signed {
      requireNonNull(caller);
    }
  }

  /**
   * It is missing or no good.
   *
   * @param problem what is wrong with it, from which a protocol makes its error code
   * @param message AWS's sentence; nothing secret is in it
   * @param evidence for a signature that does not match, the canonical request and the string to
   *     sign that AWS tells the caller after the sentence; it repeats what the caller sent, session
   *     token included, so it belongs into the answer and into no log; else empty
   */
  record Refused(Problem problem, String message, String evidence) implements Verification {
    public Refused {
      requireNonNull(problem);
      requireNonNull(message);
      requireNonNull(evidence);
    }

    /** What the caller is told: the sentence and its evidence. */
    public String answer() {
      return message + evidence;
    }
  }

  /**
   * What can be wrong with a signature, with its error code in the protocols Query and REST XML;
   * those of JSON protocols have their own.
   *
   * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">Common
   *     errors of the Query protocol</a>
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/CommonErrors.html">Common
   *     errors of the JSON protocols</a>
   */
  enum Problem {
    /** There is none. */
    MISSING(
        "MissingAuthenticationToken",
        "MissingAuthenticationTokenException",
        "sign the request as somebody who may do this"),
    /** Parts of it are missing or cannot be read. */
    INCOMPLETE(
        "IncompleteSignature",
        "IncompleteSignatureException",
        "give the signature all its parts, or let an SDK sign"),
    /** It is another one, too old, too new, or made for something else. */
    MISMATCH(
        "SignatureDoesNotMatch",
        "InvalidSignatureException",
        "sign what is sent, now, for this service and Region, with the secret of this access key"),
    /** Nobody has the access key, or not with this session token. */
    UNKNOWN_KEY(
        "InvalidClientTokenId",
        "UnrecognizedClientException",
        "use an access key that is there, with its session token where it has one"),
    /** The access key is good no more. */
    EXPIRED_KEY("ExpiredToken", "ExpiredTokenException", "assume the role again");

    private final String queryCode;
    private final String jsonCode;
    private final String remedy;

    Problem(String queryCode, String jsonCode, String remedy) {
      this.queryCode = queryCode;
      this.jsonCode = jsonCode;
      this.remedy = remedy;
    }

    /** Its error code in the Query protocol. */
    public String queryCode() {
      return queryCode;
    }

    /** What the caller can do about it, as a request to him without a final stop. */
    public String remedy() {
      return remedy;
    }

    /** Its error code in the JSON protocols, REST JSON included. */
    public String jsonCode() {
      return jsonCode;
    }
  }
}
