"""Compares answers with botocore's own models of AWS's services.

Each answer is walked before botocore reads it: a member that the model does not have, an
element of a list under another name than the model's, or a value that an enumeration does not
have is a complaint.
"""

import json
import xml.etree.ElementTree as xml

complaints = []

RESULT = "iam SimulatePrincipalPolicy.EvaluationResults[]"

# What AWS itself answers although its model has no such value.
KNOWN = {
    "ec2 DescribeInternetGateways.internetGatewaySet[].attachmentSet[].state": "available",
    "ec2 DescribeVpcEndpoints.vpcEndpointSet[].state": "available",
    RESULT + ".MatchedStatements[].SourcePolicyType": "IAM Policy",
    RESULT + ".ResourceSpecificResults[].MatchedStatements[].SourcePolicyType": "IAM Policy",
}


def watch(client):
    client.meta.events.register("before-parse", check)
    return client


def check(operation_model, response_dict, **_):
    if response_dict["status_code"] >= 300 or operation_model.output_shape is None:
        return
    name = operation_model.service_model.service_name + " " + operation_model.name
    protocol = operation_model.service_model.metadata["protocol"]
    shape = operation_model.output_shape
    body = response_dict["body"]
    if not body:
        return
    if "payload" in shape.serialization:
        return
    if protocol in ("json", "rest-json"):
        walk_json(name, json.loads(body), shape)
        return
    root = xml.fromstring(body)
    if protocol == "query":
        wrapped = [child for child in root if tag(child) == operation_model.name + "Result"]
        root = wrapped[0] if wrapped else xml.Element("empty")
    walk(name, root, shape)


def tag(node):
    return node.tag.split("}")[-1]


def walk(path, node, shape):
    if shape.type_name == "structure":
        known = {}
        for name, member in shape.members.items():
            known[member.serialization.get("name", name)] = member
        for child in node:
            where = path + "." + tag(child)
            if tag(child) in known:
                member = known[tag(child)]
                if member.type_name == "list" and member.serialization.get("flattened"):
                    walk(where, child, member.member)
                else:
                    walk(where, child, member)
            elif tag(child) != "requestId":
                complaints.append(where + " is not in the model")
    elif shape.type_name == "list":
        element = shape.member.serialization.get("name", "member")
        for child in node:
            if tag(child) != element:
                complaints.append(path + "." + tag(child) + " is called " + element)
            walk(path + "[]", child, shape.member)
    elif shape.type_name == "map":
        for entry in node:
            for part in entry:
                if tag(part) not in ("key", "value"):
                    complaints.append(path + "." + tag(part) + " is neither key nor value")
    else:
        leaf(path, node.text or "", shape)


def walk_json(path, value, shape):
    if shape.type_name == "structure":
        known = {m.serialization.get("name", n): m for n, m in shape.members.items()}
        for name, member in value.items():
            if name in known:
                walk_json(path + "." + name, member, known[name])
            else:
                complaints.append(path + "." + name + " is not in the model")
    elif shape.type_name == "list":
        for each in value:
            walk_json(path + "[]", each, shape.member)
    elif shape.type_name == "map":
        for each in value.values():
            walk_json(path + "{}", each, shape.value)
    elif shape.type_name == "string":
        leaf(path, value, shape)


def leaf(path, text, shape):
    values = getattr(shape, "enum", None)
    if values and text not in values and KNOWN.get(path) != text:
        complaints.append(path + ": " + text + " is none of " + ", ".join(values))
