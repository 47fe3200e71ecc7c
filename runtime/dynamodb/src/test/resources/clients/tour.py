"""Calls every operation that the engine serves through boto3 and checks what comes back."""

import sys

import boto3
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError

client = boto3.client("dynamodb", endpoint_url=sys.argv[1])
resource = boto3.resource("dynamodb", endpoint_url=sys.argv[1])


def same(found, expected):
    assert found == expected, f"found {found!r}, expected {expected!r}"


def refused(code, call, **parameters):
    try:
        call(**parameters)
    except ClientError as error:
        same(error.response["Error"]["Code"], code)
    else:
        raise AssertionError(f"not refused with {code}")


client.create_table(
    TableName="orders",
    BillingMode="PAY_PER_REQUEST",
    AttributeDefinitions=[
        {"AttributeName": "h", "AttributeType": "S"},
        {"AttributeName": "r", "AttributeType": "N"},
    ],
    KeySchema=[{"AttributeName": "h", "KeyType": "HASH"}, {"AttributeName": "r", "KeyType": "RANGE"}],
    Tags=[{"Key": "team", "Value": "food"}],
)
client.get_waiter("table_exists").wait(TableName="orders", WaiterConfig={"Delay": 1})
description = client.describe_table(TableName="orders")["Table"]
same(description["TableArn"], "arn:aws:dynamodb:eu-central-1:111122223333:table/orders")
same(client.list_tables()["TableNames"], ["orders"])

arn = description["TableArn"]
client.tag_resource(ResourceArn=arn, Tags=[{"Key": "stage", "Value": "test"}])
client.untag_resource(ResourceArn=arn, TagKeys=["team"])
same(client.list_tags_of_resource(ResourceArn=arn)["Tags"], [{"Key": "stage", "Value": "test"}])

client.update_time_to_live(
    TableName="orders", TimeToLiveSpecification={"Enabled": True, "AttributeName": "expires"}
)
ttl = client.describe_time_to_live(TableName="orders")["TimeToLiveDescription"]
same(ttl["AttributeName"], "expires")
client.update_continuous_backups(
    TableName="orders", PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
)
backups = client.describe_continuous_backups(TableName="orders")["ContinuousBackupsDescription"]
same(backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"], "ENABLED")
assert client.describe_endpoints()["Endpoints"]

table = resource.Table("orders")
item = {
    "h": "a", "r": 1, "s": "text", "b": b"\x00\xff", "t": True, "z": None,
    "l": [1, "x", {"y": []}], "m": {"k": 2}, "ss": {"a", "b"}, "ns": {1, 2}, "bs": {b"1", b"2"},
}
table.put_item(Item=item)
same(table.get_item(Key={"h": "a", "r": 1})["Item"], item)
changed = table.update_item(
    Key={"h": "a", "r": 1},
    UpdateExpression="SET m.k = m.k + :one, l[1] = :v REMOVE z ADD ns :more DELETE ss :less",
    ExpressionAttributeValues={":one": 1, ":v": "new", ":more": {3}, ":less": {"a"}},
    ReturnValues="ALL_NEW",
)["Attributes"]
same((changed["m"], changed["l"][1], changed["ns"], changed["ss"]), ({"k": 3}, "new", {1, 2, 3}, {"b"}))
refused("ConditionalCheckFailedException", table.put_item, Item=item, ConditionExpression=Attr("h").not_exists())
with table.batch_writer() as batch:
    for i in range(2, 40):
        batch.put_item(Item={"h": "a", "r": i, "even": i % 2 == 0})
found = table.query(
    KeyConditionExpression=Key("h").eq("a") & Key("r").between(10, 20),
    FilterExpression=Attr("even").eq(True),
    ScanIndexForward=False,
    ReturnConsumedCapacity="TOTAL",
)
same([int(i["r"]) for i in found["Items"]], [20, 18, 16, 14, 12, 10])
same(found["ScannedCount"], 11)
pages = list(client.get_paginator("query").paginate(
    TableName="orders", KeyConditionExpression="h = :h", ExpressionAttributeValues={":h": {"S": "a"}},
    PaginationConfig={"PageSize": 7},
))
same(sum(page["Count"] for page in pages), 39)
segments = [table.scan(Segment=i, TotalSegments=3)["Count"] for i in range(3)]
same(sum(segments), 39)
batch = resource.batch_get_item(RequestItems={"orders": {"Keys": [{"h": "a", "r": 2}, {"h": "a", "r": 99}]}})
same(batch["Responses"]["orders"], [{"h": "a", "r": 2, "even": True}])

key = {"h": {"S": "t"}, "r": {"N": "1"}}
add = {"Update": {"TableName": "orders", "Key": key, "UpdateExpression": "ADD n :n",
                  "ExpressionAttributeValues": {":n": {"N": "1"}}}}
for _ in range(2):
    client.transact_write_items(TransactItems=[add], ClientRequestToken="once")
got = client.transact_get_items(TransactItems=[{"Get": {"TableName": "orders", "Key": key}}])
same(got["Responses"][0]["Item"]["n"], {"N": "1"})
check = {"ConditionCheck": {"TableName": "orders", "Key": key, "ConditionExpression": "n > :n",
                            "ExpressionAttributeValues": {":n": {"N": "5"}}}}
put = {"Put": {"TableName": "orders", "Item": {"h": {"S": "u"}, "r": {"N": "1"}}}}
refused("TransactionCanceledException", client.transact_write_items, TransactItems=[check, put])
assert "Item" not in client.get_item(TableName="orders", Key=put["Put"]["Item"])

client.update_table(
    TableName="orders",
    AttributeDefinitions=[{"AttributeName": "s", "AttributeType": "S"}],
    GlobalSecondaryIndexUpdates=[{"Create": {
        "IndexName": "by-s", "KeySchema": [{"AttributeName": "s", "KeyType": "HASH"}],
        "Projection": {"ProjectionType": "KEYS_ONLY"}}}],
)
while client.describe_table(TableName="orders")["Table"]["GlobalSecondaryIndexes"][0]["IndexStatus"] != "ACTIVE":
    pass
same(table.query(IndexName="by-s", KeyConditionExpression=Key("s").eq("text"))["Items"],
     [{"h": "a", "r": 1, "s": "text"}])

table.delete_item(Key={"h": "a", "r": 1})
assert "Item" not in table.get_item(Key={"h": "a", "r": 1}, ConsistentRead=True)
refused("ValidationException", table.query, KeyConditionExpression="h <> :h", ExpressionAttributeValues={":h": "a"})
client.delete_table(TableName="orders")
client.get_waiter("table_not_exists").wait(TableName="orders", WaiterConfig={"Delay": 1})
refused("ResourceNotFoundException", client.describe_table, TableName="orders")
print("done")
