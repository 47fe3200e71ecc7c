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
one='{"h":{"S":"one"}}'
db batch-write-item --request-items '{"orders":[{"PutRequest":{"Item":{"h":{"S":"one"}}}}]}' >/dev/null
same "$(db batch-get-item --request-items '{"orders":{"Keys":[{"h":{"S":"one"}},{"h":{"S":"none"}}]}}' \
  --query 'length(Responses.orders)' --output text)" 1
db transact-write-items --client-request-token once --transact-items \
  '[{"Update":{"TableName":"orders","Key":{"h":{"S":"one"}},"UpdateExpression":"ADD n :n","ExpressionAttributeValues":{":n":{"N":"2"}}}}]'
same "$(db transact-get-items --transact-items '[{"Get":{"TableName":"orders","Key":{"h":{"S":"one"}}}}]' \
  --query 'Responses[0].Item.n.N' --output text)" 2
db update-table --table-name orders --deletion-protection-enabled >/dev/null
same "$(db describe-table --table-name orders --query Table.DeletionProtectionEnabled --output text)" True
db update-table --table-name orders --no-deletion-protection-enabled >/dev/null
arn=$(db describe-table --table-name orders --query Table.TableArn --output text)
db tag-resource --resource-arn "$arn" --tags Key=stage,Value=test Key=team,Value=tea
db untag-resource --resource-arn "$arn" --tag-keys team
same "$(db list-tags-of-resource --resource-arn "$arn" --query 'Tags[].Key' --output text)" stage
db update-time-to-live --table-name orders --time-to-live-specification Enabled=true,AttributeName=expires >/dev/null
same "$(db describe-time-to-live --table-name orders --query TimeToLiveDescription.AttributeName --output text)" expires
db update-continuous-backups --table-name orders --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true >/dev/null
same "$(db describe-continuous-backups --table-name orders --output text \
  --query ContinuousBackupsDescription.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus)" ENABLED
same "$(db describe-endpoints --query 'length(Endpoints)' --output text)" 1
db delete-item --table-name orders --key "$one"
db delete-item --table-name orders --key '{"h":{"S":"a"}}'
db delete-table --table-name orders >/dev/null
echo "done"
