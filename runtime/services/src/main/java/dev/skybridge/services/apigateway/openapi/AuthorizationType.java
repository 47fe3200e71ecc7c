package dev.skybridge.services.apigateway.openapi;

/** Who may call a method, as far as the method itself says. */
public enum AuthorizationType {
  /** Everybody whom endpoint policy and resource policy let in. */
  NONE,
  /** Who signs the request (Signature Version 4) and is allowed by IAM and resource policy. */
  AWS_IAM
}
