package dev.skybridge.provider.types.lambda;

import java.nio.file.Path;

/** Where deployment packages lie that a configuration names. */
@FunctionalInterface
public interface FunctionPackages {
  /**
   * The file that {@code filename} means: relative ones are relative to where Terraform runs, which
   * a provider is not told.
   */
  Path resolve(String filename);
}
