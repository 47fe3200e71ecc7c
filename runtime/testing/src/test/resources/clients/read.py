"""Reads a secret with boto3: prints its value, or why it cannot be read."""

import sys

import boto3
import botocore.exceptions

try:
    print(boto3.client("secretsmanager").get_secret_value(SecretId=sys.argv[1])["SecretString"])
except botocore.exceptions.ClientError as error:
    print(error)
