// Reads what there is with the AWS SDK for JavaScript, and says what it found, a line for each.
import { ACMClient, DescribeCertificateCommand, paginateListCertificates } from "@aws-sdk/client-acm";
import {
  CreateVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
  paginateDescribeInstances,
  paginateDescribeNetworkInterfaces,
  waitUntilInstanceRunning,
} from "@aws-sdk/client-ec2";
import { IAMClient, paginateListRoles } from "@aws-sdk/client-iam";
import {
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  KMSClient,
  paginateListKeys,
} from "@aws-sdk/client-kms";
import {
  ListResourceRecordSetsCommand,
  paginateListHostedZones,
  Route53Client,
} from "@aws-sdk/client-route-53";
import {
  CreateSecretCommand,
  paginateListSecrets,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

async function all(pages, key) {
  const found = [];
  for await (const page of pages) found.push(...page[key]);
  return found;
}

async function refused(name, client, command) {
  try {
    await client.send(command);
    console.log(name, "not refused");
  } catch (error) {
    console.log(name, error.name, error.message);
  }
}

const sts = new STSClient({});
console.log("sts", (await sts.send(new GetCallerIdentityCommand({}))).Arn);

const ec2 = new EC2Client({});
const cards = await all(
  paginateDescribeNetworkInterfaces({ client: ec2, pageSize: 5 }, {}),
  "NetworkInterfaces",
);
console.log("ec2 interfaces", cards.length);
const reservations = await all(paginateDescribeInstances({ client: ec2 }, {}), "Reservations");
const instance = reservations[0].Instances[0];
await waitUntilInstanceRunning(
  { client: ec2, minDelay: 1, maxWaitTime: 10 },
  { InstanceIds: [instance.InstanceId] },
);
console.log("ec2 instance", instance.State.Name);

const route53 = new Route53Client({});
const zones = await all(paginateListHostedZones({ client: route53, pageSize: 1 }, {}), "HostedZones");
const records = await route53.send(
  new ListResourceRecordSetsCommand({ HostedZoneId: zones[0].Id }),
);
const types = new Set(records.ResourceRecordSets.map((record) => record.Type));
console.log("route53", [...types].sort().join(","));

const acm = new ACMClient({});
const certificates = await all(
  paginateListCertificates({ client: acm, pageSize: 1 }, {}),
  "CertificateSummaryList",
);
const { Certificate } = await acm.send(
  new DescribeCertificateCommand({ CertificateArn: certificates[0].CertificateArn }),
);
console.log("acm", Certificate.Status);

const kms = new KMSClient({});
const keys = await all(paginateListKeys({ client: kms, pageSize: 1 }, {}), "Keys");
const { CiphertextBlob } = await kms.send(
  new EncryptCommand({ KeyId: keys[0].KeyId, Plaintext: Buffer.from("tea") }),
);
const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob }));
console.log("kms", Buffer.from(Plaintext).toString());

const secrets = new SecretsManagerClient({});
for (const name of ["a", "b", "c"]) {
  await secrets.send(new CreateSecretCommand({ Name: "page/" + name, SecretString: name }));
}
const listed = await all(paginateListSecrets({ client: secrets, pageSize: 2 }, {}), "SecretList");
const names = listed.map((secret) => secret.Name).filter((name) => name.startsWith("page/"));
console.log("secretsmanager", names.join(","));

const roles = await all(paginateListRoles({ client: new IAMClient({}), pageSize: 1 }, {}), "Roles");
console.log("iam roles", roles.length > 0);

await refused("kms", kms, new CreateKeyCommand({}));
await refused("ec2", ec2, new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
await refused("ec2", ec2, new DescribeVpcsCommand({ VpcIds: ["vpc-12345678"] }));
