// Reads a secret with the AWS SDK for JavaScript: prints its value, or why it cannot be read.
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";

try {
  const command = new GetSecretValueCommand({ SecretId: process.argv[2] });
  console.log((await new SecretsManagerClient({}).send(command)).SecretString);
} catch (error) {
  console.log(error.name, error.message);
}
