// Reads what there is with the AWS SDK for JavaScript, and says what it found, a line for each.
// Takes the account's name, and acts as its administrator.
import { ACMClient, DescribeCertificateCommand, paginateListCertificates } from "@aws-sdk/client-acm";
import {
  APIGatewayClient,
  CreateRestApiCommand,
  GetMethodCommand,
  GetRestApiCommand,
  paginateGetResources,
  paginateGetRestApis,
  TestInvokeMethodCommand,
} from "@aws-sdk/client-api-gateway";
import {
  CloudWatchLogsClient,
  DescribeLogStreamsCommand,
  paginateFilterLogEvents,
  PutRetentionPolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  DescribeTableCommand,
  DynamoDBClient,
  ListBackupsCommand,
  paginateScan,
  PutItemCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import {
  CreateVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
  paginateDescribeInstances,
  paginateDescribeNetworkInterfaces,
  waitUntilInstanceRunning,
} from "@aws-sdk/client-ec2";
import {
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  paginateDescribeLoadBalancers,
  waitUntilLoadBalancerAvailable,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { CreateUserCommand, GetRoleCommand, IAMClient, paginateListRoles } from "@aws-sdk/client-iam";
import {
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  KMSClient,
  paginateListKeys,
} from "@aws-sdk/client-kms";
import {
  GetFunctionCommand,
  GetPolicyCommand,
  InvokeCommand,
  LambdaClient,
  paginateListFunctions,
  waitUntilFunctionActiveV2,
} from "@aws-sdk/client-lambda";
import {
  ListResourceRecordSetsCommand,
  paginateListHostedZones,
  Route53Client,
} from "@aws-sdk/client-route-53";
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  paginateListSecrets,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

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

const soon = { minDelay: 1, maxWaitTime: 10 };

async function sts() {
  const client = new STSClient({});
  console.log("sts", (await client.send(new GetCallerIdentityCommand({}))).Arn);
  const RoleArn = "arn:aws:iam::777788889999:role/none";
  await refused("sts", client, new AssumeRoleCommand({ RoleArn, RoleSessionName: "tea" }));
}

async function ec2() {
  const client = new EC2Client({});
  const cards = await all(
    paginateDescribeNetworkInterfaces({ client, pageSize: 5 }, {}),
    "NetworkInterfaces",
  );
  const reservations = await all(paginateDescribeInstances({ client }, {}), "Reservations");
  const instance = reservations[0].Instances[0];
  await waitUntilInstanceRunning({ client, ...soon }, { InstanceIds: [instance.InstanceId] });
  console.log("ec2", cards.length, instance.State.Name);
  await refused("ec2", client, new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
  await refused("ec2", client, new DescribeVpcsCommand({ VpcIds: ["vpc-12345678"] }));
}

async function elb() {
  const client = new ElasticLoadBalancingV2Client({});
  const [balancer] = await all(
    paginateDescribeLoadBalancers({ client, pageSize: 1 }, {}),
    "LoadBalancers",
  );
  const { LoadBalancerArn, Scheme, Type } = balancer;
  await waitUntilLoadBalancerAvailable({ client, ...soon }, { LoadBalancerArns: [LoadBalancerArn] });
  console.log("elbv2", Scheme, Type);
  await refused("elbv2", client, new CreateTargetGroupCommand({ Name: "tea" }));
}

async function route53() {
  const client = new Route53Client({});
  const zones = await all(paginateListHostedZones({ client, pageSize: 1 }, {}), "HostedZones");
  const HostedZoneId = zones[0].Id;
  const records = await client.send(new ListResourceRecordSetsCommand({ HostedZoneId }));
  const types = new Set(records.ResourceRecordSets.map((record) => record.Type));
  console.log("route53", [...types].sort().join(","));
}

async function acm() {
  const client = new ACMClient({});
  const certificates = await all(
    paginateListCertificates({ client, pageSize: 1 }, {}),
    "CertificateSummaryList",
  );
  const { CertificateArn } = certificates[0];
  const { Certificate } = await client.send(new DescribeCertificateCommand({ CertificateArn }));
  console.log("acm", Certificate.Status, Certificate.NotAfter > new Date());
}

async function kms() {
  const client = new KMSClient({});
  const [{ KeyId }] = await all(paginateListKeys({ client, pageSize: 1 }, {}), "Keys");
  const Plaintext = Buffer.from("tea");
  const { CiphertextBlob } = await client.send(new EncryptCommand({ KeyId, Plaintext }));
  const opened = await client.send(new DecryptCommand({ CiphertextBlob }));
  console.log("kms", Buffer.from(opened.Plaintext).toString());
  await refused("kms", client, new CreateKeyCommand({}));
}

async function secrets() {
  const client = new SecretsManagerClient({});
  for (const name of ["a", "b", "c"]) {
    await client.send(new CreateSecretCommand({ Name: "page/" + name, SecretString: name }));
  }
  const listed = await all(paginateListSecrets({ client, pageSize: 2 }, {}), "SecretList");
  const names = listed.map((secret) => secret.Name).filter((name) => name.startsWith("page/"));
  console.log("secretsmanager", names.join(","));
  await refused("secretsmanager", client, new GetSecretValueCommand({ SecretId: "tea" }));
}

async function lambda() {
  const client = new LambdaClient({});
  const functions = await all(paginateListFunctions({ client, pageSize: 1 }, {}), "Functions");
  const FunctionName = "food-get-orders";
  await waitUntilFunctionActiveV2({ client, ...soon }, { FunctionName });
  const { Policy } = await client.send(new GetPolicyCommand({ FunctionName }));
  const Payload = JSON.stringify({ resource: "/orders", httpMethod: "GET", path: "/orders" });
  const answer = await client.send(new InvokeCommand({ FunctionName, Payload, LogType: "Tail" }));
  const { statusCode } = JSON.parse(Buffer.from(answer.Payload).toString());
  const tail = Buffer.from(answer.LogResult, "base64").toString();
  console.log("lambda", functions.length, JSON.parse(Policy).Statement.length, statusCode, tail.includes("REPORT"));
  await refused("lambda", client, new GetFunctionCommand({ FunctionName: "tea" }));
}

async function logs() {
  const client = new CloudWatchLogsClient({});
  const logGroupName = "/aws/lambda/food-get-orders";
  const filter = { logGroupName, filterPattern: "REPORT" };
  const events = await all(paginateFilterLogEvents({ client, pageSize: 1 }, filter), "events");
  console.log("logs", events.length);
  await refused("logs", client, new DescribeLogStreamsCommand({ logGroupName: "tea" }));
  await refused("logs", client, new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 1 }));
}

async function dynamodb() {
  const client = new DynamoDBClient({});
  const TableName = "food-orders";
  await waitUntilTableExists({ client, ...soon }, { TableName });
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  const key = Table.KeySchema[0].AttributeName;
  for (const name of ["a", "b", "c"]) {
    await client.send(new PutItemCommand({ TableName, Item: { [key]: { S: name } } }));
  }
  const items = await all(paginateScan({ client, pageSize: 1 }, { TableName }), "Items");
  console.log("dynamodb", items.map((item) => item[key].S).sort().join(","));
  await refused("dynamodb", client, new DescribeTableCommand({ TableName: "tea" }));
  await refused("dynamodb", client, new ListBackupsCommand({}));
}

async function gateway() {
  const client = new APIGatewayClient({});
  const [{ id }] = await all(paginateGetRestApis({ client, pageSize: 1 }, {}), "items");
  const resources = await all(paginateGetResources({ client, pageSize: 1 }, { restApiId: id }), "items");
  const resourceId = resources.find((resource) => resource.path === "/orders").id;
  const where = { restApiId: id, resourceId, httpMethod: "GET" };
  const method = await client.send(new GetMethodCommand(where));
  const test = await client.send(new TestInvokeMethodCommand(where));
  console.log("apigateway", method.methodIntegration.type, test.status);
  await refused("apigateway", client, new GetRestApiCommand({ restApiId: "tea" }));
  await refused("apigateway", client, new CreateRestApiCommand({ name: "tea" }));
}

async function iam() {
  const client = new IAMClient({});
  const roles = await all(paginateListRoles({ client, pageSize: 1 }, {}), "Roles");
  console.log("iam", roles.some((role) => role.RoleName === "food-get-orders"));
  await refused("iam", client, new GetRoleCommand({ RoleName: "tea" }));
  await refused("iam", client, new CreateUserCommand({ UserName: "tea" }));
}

const tours = {
  consumer: [sts, ec2, elb, route53, acm, kms, secrets],
  food: [lambda, logs, dynamodb, gateway, iam],
};
for (const part of tours[process.argv[2]]) await part();
