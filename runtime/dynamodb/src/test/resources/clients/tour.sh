#!/usr/bin/env bash
# A tour with the AWS CLI; its first argument is the endpoint.
set -euo pipefail
db() { aws dynamodb --endpoint-url "$endpoint" --output json "$@"; }
endpoint=$1
same() { [ "$1" = "$2" ] || { echo "found $1, expected $2"; exit 1; }; }

db create-table --table-name orders --billing-mode PAY_PER_REQUEST \
  --attribute-definitions AttributeName=h,AttributeType=S --key-schema AttributeName=h,KeyType=HASH >/dev/null
db wait table-exists --table-name orders
same "$(db list-tables --query 'TableNames[0]' --output text)" orders
db put-item --table-name orders --item '{"h":{"S":"a"},"n":{"N":"1"}}'
same "$(db update-item --table-name orders --key '{"h":{"S":"a"}}' --update-expression 'ADD n :n' \
  --expression-attribute-values '{":n":{"N":"41"}}' --return-values UPDATED_NEW --query Attributes.n.N --output text)" 42
same "$(db get-item --table-name orders --key '{"h":{"S":"a"}}' --query Item.n.N --output text)" 42
same "$(db query --table-name orders --key-condition-expression 'h = :h' \
  --expression-attribute-values '{":h":{"S":"a"}}' --query Count --output text)" 1
same "$(db scan --table-name orders --select COUNT --query Count --output text)" 1
if db put-item --table-name orders --item '{"h":{"S":"a"}}' --condition-expression 'attribute_not_exists(h)' 2>error; then
  echo "not refused"
  exit 1
fi
grep -q "An error occurred (ConditionalCheckFailedException) when calling the PutItem operation: The conditional request failed" error
db delete-item --table-name orders --key '{"h":{"S":"a"}}'
db delete-table --table-name orders >/dev/null
echo "done"
