"""Reads what there is with boto3, every answer held against botocore's model of it.

Takes the account's name, and acts as its administrator. Prints a line of what was found, and then
what is not as the models have it.
"""

import datetime
import json
import sys

import boto3
import botocore.exceptions

import shapes


def client(name):
    return shapes.watch(boto3.client(name))


def pages(client, operation, key, size, **arguments):
    paginator = client.get_paginator(operation)
    return [
        item
        for page in paginator.paginate(PaginationConfig={"PageSize": size}, **arguments)
        for item in page[key]
    ]


def ec2():
    ec2 = client("ec2")
    vpc = ec2.describe_vpcs()["Vpcs"][0]["VpcId"]
    mine = [{"Name": "vpc-id", "Values": [vpc]}]
    ec2.describe_vpc_attribute(VpcId=vpc, Attribute="enableDnsSupport")
    ec2.get_waiter("vpc_available").wait(VpcIds=[vpc])
    ec2.get_waiter("subnet_available").wait(Filters=mine)
    instances = pages(ec2, "describe_instances", "Reservations", 5)
    ec2.get_waiter("instance_running").wait(
        InstanceIds=[i["InstanceId"] for r in instances for i in r["Instances"]]
    )
    for operation, key in [
        ("describe_subnets", "Subnets"),
        ("describe_route_tables", "RouteTables"),
        ("describe_internet_gateways", "InternetGateways"),
        ("describe_security_groups", "SecurityGroups"),
        ("describe_security_group_rules", "SecurityGroupRules"),
        ("describe_network_acls", "NetworkAcls"),
        ("describe_network_interfaces", "NetworkInterfaces"),
        ("describe_vpc_endpoints", "VpcEndpoints"),
        ("describe_prefix_lists", "PrefixLists"),
        ("describe_managed_prefix_lists", "PrefixLists"),
        ("describe_tags", "Tags"),
    ]:
        assert pages(ec2, operation, key, 5), operation
    ec2.describe_vpc_endpoint_services()
    ec2.describe_availability_zones()
    ec2.describe_regions()
    endpoint = ec2.describe_vpc_endpoints(
        Filters=[{"Name": "tag:Name", "Values": ["*-execute-api"]}]
    )["VpcEndpoints"][0]
    print("endpoint", endpoint["ServiceName"], endpoint["State"])


def elb():
    elb = client("elbv2")
    balancer = pages(elb, "describe_load_balancers", "LoadBalancers", 1)[0]["LoadBalancerArn"]
    elb.get_waiter("load_balancer_available").wait(LoadBalancerArns=[balancer])
    elb.describe_load_balancer_attributes(LoadBalancerArn=balancer)
    listener = pages(elb, "describe_listeners", "Listeners", 1, LoadBalancerArn=balancer)[0]
    arn = listener["ListenerArn"]
    rules = pages(elb, "describe_rules", "Rules", 1, ListenerArn=arn)
    elb.describe_listener_certificates(ListenerArn=arn)
    elb.describe_ssl_policies(Names=[listener["SslPolicy"]])
    group = pages(elb, "describe_target_groups", "TargetGroups", 1, LoadBalancerArn=balancer)[0]
    elb.describe_target_group_attributes(TargetGroupArn=group["TargetGroupArn"])
    elb.get_waiter("target_in_service").wait(
        TargetGroupArn=group["TargetGroupArn"], WaiterConfig={"Delay": 1, "MaxAttempts": 60}
    )
    elb.describe_tags(ResourceArns=[balancer, group["TargetGroupArn"], arn])
    print("rules", [rule["Priority"] for rule in rules])


def route53():
    zones = client("route53")
    zone = pages(zones, "list_hosted_zones", "HostedZones", 1)[0]
    name = zone["Id"]
    records = pages(
        zones, "list_resource_record_sets", "ResourceRecordSets", 2, HostedZoneId=name
    )
    found = zones.get_hosted_zone(Id=name)
    zones.list_hosted_zones_by_name(DNSName=zone["Name"])
    zones.list_hosted_zones_by_vpc(
        VPCId=found["VPCs"][0]["VPCId"], VPCRegion=found["VPCs"][0]["VPCRegion"]
    )
    zones.list_vpc_association_authorizations(HostedZoneId=name)
    zones.get_hosted_zone_count()
    zones.list_tags_for_resource(ResourceType="hostedzone", ResourceId=name.split("/")[-1])
    print("records", [record["Type"] for record in records])


def acm():
    acm = client("acm")
    arn = pages(acm, "list_certificates", "CertificateSummaryList", 1)[0]["CertificateArn"]
    certificate = acm.describe_certificate(CertificateArn=arn)["Certificate"]
    assert acm.get_certificate(CertificateArn=arn)["Certificate"].startswith("-----BEGIN CERT")
    acm.list_tags_for_certificate(CertificateArn=arn)
    print("certificate", certificate["Status"], len(certificate["InUseBy"]))


def others():
    client("sts").get_caller_identity()
    kms = client("kms")
    key = pages(kms, "list_keys", "Keys", 1)[0]["KeyId"]
    kms.describe_key(KeyId=key)
    pages(kms, "list_aliases", "Aliases", 1)
    secrets = client("secretsmanager")
    secret = pages(secrets, "list_secrets", "SecretList", 1)[0]["ARN"]
    secrets.describe_secret(SecretId=secret)
    secrets.list_secret_version_ids(SecretId=secret)
    secrets.get_resource_policy(SecretId=secret)
    roles = pages(client("iam"), "list_roles", "Roles", 1)
    print("roles", len(roles) > 0)


def function():
    functions = client("lambda")
    names = [f["FunctionName"] for f in pages(functions, "list_functions", "Functions", 1)]
    name = "food-get-orders"
    functions.get_waiter("function_active_v2").wait(FunctionName=name)
    configuration = functions.get_function(FunctionName=name)["Configuration"]
    assert functions.get_function_configuration(FunctionName=name)["CodeSha256"]
    policy = json.loads(functions.get_policy(FunctionName=name)["Policy"])
    event = {"resource": "/orders", "httpMethod": "GET", "path": "/orders"}
    answer = functions.invoke(
        FunctionName=name, Payload=json.dumps(event), LogType="Tail"
    )
    status = json.load(answer["Payload"])["statusCode"]
    later = functions.invoke(
        FunctionName=name, Payload=json.dumps(event), InvocationType="Event"
    )
    checked = functions.invoke(FunctionName=name, InvocationType="DryRun")
    print("function", len(names), configuration["Runtime"], len(policy["Statement"]))
    print("invoked", answer["StatusCode"], status, later["StatusCode"], checked["StatusCode"])


def log():
    logs = client("logs")
    group = "/aws/lambda/food-get-orders"
    assert group in [g["logGroupName"] for g in pages(logs, "describe_log_groups", "logGroups", 1)]
    stream = pages(logs, "describe_log_streams", "logStreams", 1, logGroupName=group)[0]
    lines = pages(
        logs, "filter_log_events", "events", 2, logGroupName=group, filterPattern="REPORT"
    )
    events = logs.get_log_events(
        logGroupName=group, logStreamName=stream["logStreamName"], startFromHead=True, limit=1
    )
    logs.create_log_group(logGroupName="tour")
    logs.create_log_stream(logGroupName="tour", logStreamName="tea")
    now = int(datetime.datetime.now().timestamp() * 1000)
    logs.put_log_events(
        logGroupName="tour",
        logStreamName="tea",
        logEvents=[{"timestamp": now, "message": "tea is ready"}],
    )
    told = logs.get_log_events(logGroupName="tour", logStreamName="tea")["events"]
    print("log", len(lines) > 0, len(events["events"]), told[0]["message"], told[0]["timestamp"] == now)


def table():
    tables = client("dynamodb")
    assert "food-orders" in pages(tables, "list_tables", "TableNames", 1)
    tables.get_waiter("table_exists").wait(TableName="food-orders")
    described = tables.describe_table(TableName="food-orders")["Table"]
    tables.describe_time_to_live(TableName="food-orders")
    tables.describe_continuous_backups(TableName="food-orders")
    tables.list_tags_of_resource(ResourceArn=described["TableArn"])
    key = described["KeySchema"][0]["AttributeName"]
    for name in ["a", "b", "c"]:
        tables.put_item(
            TableName="food-orders", Item={key: {"S": name}, "n": {"N": "1"}}, ReturnValues="ALL_OLD"
        )
    tables.update_item(
        TableName="food-orders",
        Key={key: {"S": "a"}},
        UpdateExpression="ADD n :one",
        ExpressionAttributeValues={":one": {"N": "1"}},
        ReturnValues="UPDATED_NEW",
    )
    found = tables.get_item(TableName="food-orders", Key={key: {"S": "a"}})["Item"]
    batch = tables.batch_get_item(
        RequestItems={"food-orders": {"Keys": [{key: {"S": name}} for name in ["b", "c"]]}}
    )
    query = pages(
        tables,
        "query",
        "Items",
        1,
        TableName="food-orders",
        KeyConditionExpression="#key = :key",
        ExpressionAttributeNames={"#key": key},
        ExpressionAttributeValues={":key": {"S": "b"}},
    )
    scan = pages(tables, "scan", "Items", 1, TableName="food-orders")
    tables.transact_write_items(
        TransactItems=[{"Delete": {"TableName": "food-orders", "Key": {key: {"S": "c"}}}}]
    )
    try:
        tables.put_item(
            TableName="food-orders",
            Item={key: {"S": "a"}},
            ConditionExpression="attribute_not_exists(#key)",
            ExpressionAttributeNames={"#key": key},
        )
    except tables.exceptions.ConditionalCheckFailedException as error:
        print("table", error)
    print("items", found["n"]["N"], len(batch["Responses"]["food-orders"]), len(query), len(scan))


def gateway():
    apis = client("apigateway")
    api = pages(apis, "get_rest_apis", "items", 1)[0]["id"]
    apis.get_rest_api(restApiId=api)
    resources = pages(apis, "get_resources", "items", 1, restApiId=api)
    orders = [r["id"] for r in resources if r["path"] == "/orders"][0]
    method = apis.get_method(restApiId=api, resourceId=orders, httpMethod="POST")
    apis.get_integration(restApiId=api, resourceId=orders, httpMethod="POST")
    models = pages(apis, "get_models", "items", 1, restApiId=api)
    apis.get_model(restApiId=api, modelName=models[0]["name"])
    validators = pages(apis, "get_request_validators", "items", 1, restApiId=api)
    apis.get_request_validator(restApiId=api, requestValidatorId=validators[0]["id"])
    deployments = pages(apis, "get_deployments", "items", 1, restApiId=api)
    apis.get_deployment(restApiId=api, deploymentId=deployments[0]["id"])
    stage = apis.get_stages(restApiId=api)["item"][0]
    apis.get_stage(restApiId=api, stageName=stage["stageName"])
    domain = pages(apis, "get_domain_names", "items", 1)[0]
    name = domain["domainName"]
    apis.get_domain_name(domainName=name)
    mapping = pages(apis, "get_base_path_mappings", "items", 1, domainName=name)[0]
    apis.get_base_path_mapping(domainName=name, basePath=mapping["basePath"])
    apis.get_tags(resourceArn="arn:aws:apigateway:eu-central-1::/restapis/" + api)
    document = json.load(
        apis.get_export(restApiId=api, stageName=stage["stageName"], exportType="oas30")["body"]
    )
    test = apis.test_invoke_method(
        restApiId=api, resourceId=orders, httpMethod="GET", pathWithQueryString="/orders"
    )
    print("api", method["httpMethod"], mapping["stage"], document["openapi"], test["status"])


def users():
    iam = client("iam")
    role = iam.get_role(RoleName="food-get-orders")["Role"]
    policy = pages(iam, "list_role_policies", "PolicyNames", 1, RoleName=role["RoleName"])
    if policy:
        iam.get_role_policy(RoleName=role["RoleName"], PolicyName=policy[0])
    attached = pages(
        iam, "list_attached_role_policies", "AttachedPolicies", 1, RoleName=role["RoleName"]
    )
    for one in attached:
        version = iam.get_policy(PolicyArn=one["PolicyArn"])["Policy"]["DefaultVersionId"]
        iam.get_policy_version(PolicyArn=one["PolicyArn"], VersionId=version)
    iam.get_account_summary()
    pages(iam, "get_account_authorization_details", "RoleDetailList", 1)
    decisions = pages(
        iam,
        "simulate_principal_policy",
        "EvaluationResults",
        1,
        PolicySourceArn=role["Arn"],
        ActionNames=["dynamodb:GetItem", "dynamodb:DeleteTable"],
        ResourceArns=["arn:aws:dynamodb:eu-central-1:777788889999:table/food-orders"],
    )
    created = isinstance(role["CreateDate"], datetime.datetime)
    print("role", created, [decision["EvalDecision"] for decision in decisions])


def refusals(all):
    for name, operation, arguments in all:
        try:
            getattr(boto3.client(name), operation)(**arguments)
            print("not refused", operation)
        except botocore.exceptions.ClientError as error:
            print(error)


def consumer():
    for part in [ec2, elb, route53, acm, others]:
        part()
    refusals(
        [
            ("ec2", "run_instances", {"MinCount": 1, "MaxCount": 1}),
            ("elbv2", "create_target_group", {"Name": "tea"}),
            ("route53", "create_hosted_zone", {"Name": "tea.example", "CallerReference": "1"}),
            ("kms", "create_key", {}),
            ("acm", "request_certificate", {"DomainName": "tea.example"}),
            ("secretsmanager", "rotate_secret", {"SecretId": "tea"}),
            ("sts", "decode_authorization_message", {"EncodedMessage": "tea"}),
            ("ec2", "describe_vpcs", {"VpcIds": ["vpc-12345678"]}),
            ("secretsmanager", "get_secret_value", {"SecretId": "tea"}),
        ]
    )


def food():
    for part in [function, log, table, gateway, users]:
        part()
    refusals(
        [
            ("lambda", "delete_function", {"FunctionName": "food-get-orders"}),
            ("logs", "put_retention_policy", {"logGroupName": "tour", "retentionInDays": 1}),
            ("dynamodb", "list_backups", {}),
            ("apigateway", "create_rest_api", {"name": "tea"}),
            ("iam", "create_user", {"UserName": "tea"}),
            ("lambda", "get_function", {"FunctionName": "tea"}),
            ("logs", "describe_log_streams", {"logGroupName": "tea"}),
            ("dynamodb", "describe_table", {"TableName": "tea"}),
            ("apigateway", "get_rest_api", {"restApiId": "tea"}),
            ("iam", "get_role", {"RoleName": "tea"}),
        ]
    )


{"consumer": consumer, "food": food}[sys.argv[1]]()
print("complaints", shapes.complaints)
