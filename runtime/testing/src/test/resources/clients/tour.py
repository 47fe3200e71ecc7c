"""Reads what there is with boto3, every answer held against botocore's model of it.

Prints a line of what was found, and then what is not as the models have it.
"""

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


def refusals():
    for name, operation, arguments in [
        ("ec2", "run_instances", {"MinCount": 1, "MaxCount": 1}),
        ("elbv2", "create_target_group", {"Name": "tea"}),
        ("kms", "create_key", {}),
        ("acm", "request_certificate", {"DomainName": "tea.example"}),
        ("ec2", "describe_vpcs", {"VpcIds": ["vpc-12345678"]}),
    ]:
        try:
            getattr(boto3.client(name), operation)(**arguments)
            print("not refused", operation)
        except botocore.exceptions.ClientError as error:
            print(error)


for part in [ec2, elb, route53, acm, others, refusals]:
    part()
print("complaints", shapes.complaints)
