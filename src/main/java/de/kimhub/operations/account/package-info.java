/** Accounts of the pages: who may sign in, for which instance, and for what. */
@org.springframework.modulith.NamedInterface("account")
package de.kimhub.operations.account;
