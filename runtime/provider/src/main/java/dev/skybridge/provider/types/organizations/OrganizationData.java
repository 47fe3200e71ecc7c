package dev.skybridge.provider.types.organizations;

import dev.skybridge.policy.AccountId;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.Organization;
import dev.skybridge.services.organizations.ControlType;
import dev.skybridge.services.organizations.Organizations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code data aws_organizations_organization}. Names and mail addresses of accounts are not known
 * here: they are null.
 */
final class OrganizationData implements DataSourceType {
  private static final Rules RULES = Rules.builder().build();

  private final Organizations organizations;

  OrganizationData(Organizations organizations) {
    this.organizations = organizations;
  }

  @Override
  public String name() {
    return "aws_organizations_organization";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue read(Context context, ObjectValue configuration) {
    Organization organization = organizations.organization();
    String management = organization.managementAccount();
    List<Value> all = new ArrayList<>();
    List<Value> members = new ArrayList<>();
    for (AccountId account : organizations.accounts()) {
      Value described = account(context, account);
      all.add(described);
      if (!account.value().equals(management)) {
        members.add(described);
      }
    }
    return configuration
        .with("id", organization.id())
        .with("arn", arn(context, "organization/" + organization.id()))
        .with("feature_set", "ALL")
        .with("master_account_id", management)
        .with("master_account_arn", arn(context, accountPath(management)))
        .with("master_account_email", Value.ofNull())
        .with("master_account_name", Value.ofNull())
        .with("accounts", new ListValue(all))
        .with("non_master_accounts", new ListValue(members))
        .withTextSet("enabled_policy_types", ControlType.names())
        .withTextSet("aws_service_access_principals", List.of())
        .with("roots", new ListValue(List.of(root(context))));
  }

  private Value root(Context context) {
    Organization organization = organizations.organization();
    List<Value> types = new ArrayList<>();
    for (String type : ControlType.names()) {
      types.add(new ObjectValue(Map.of("type", Value.of(type), "status", Value.of("ENABLED"))));
    }
    return new ObjectValue(
        Map.of(
            "id",
            Value.of(organization.rootId()),
            "arn",
            Value.of(arn(context, "root/" + organization.id() + "/" + organization.rootId())),
            "name",
            Value.of("Root"),
            "policy_types",
            new ListValue(types)));
  }

  private Value account(Context context, AccountId account) {
    return new ObjectValue(
        Map.of(
            "id",
            Value.of(account.value()),
            "arn",
            Value.of(arn(context, accountPath(account.value()))),
            "email",
            Value.ofNull(),
            "name",
            Value.ofNull(),
            "status",
            Value.of("ACTIVE")));
  }

  private String accountPath(String account) {
    return "account/" + organizations.organization().id() + "/" + account;
  }

  /** Organizations' ARNs are of the management account, whoever asks. */
  private String arn(Context context, String resource) {
    return "arn:"
        + context.region().partition()
        + ":organizations::"
        + organizations.organization().managementAccount()
        + ":"
        + resource;
  }
}
