//! The users of a customer.

use keyholder_contract::{
    password::PasswordReset,
    profile::{ProposeCorrection, ProposedCorrection},
    user::{
        ChangePermissions, ChangeRoles, ChangeScope, ConvertUser, CreateUser, Invitation, User,
    },
    user_list::{UserCountQuery, UserCounts, UserPage, UserQuery},
};
use keyholder_domain::ids::{CustomerId, UserId};

use crate::{error::Result, request::Request, session::Session};

fn users(customer: CustomerId) -> String {
    format!("/v1/customers/{customer}/users")
}

fn user_path(customer: CustomerId, user: UserId, rest: &str) -> String {
    format!("/v1/customers/{customer}/users/{user}{rest}")
}

impl Session {
    /// `GET /v1/customers/{customer_id}/users`.
    pub async fn list_users(&self, customer: CustomerId, query: &UserQuery) -> Result<UserPage> {
        self.call(&Request::get(users(customer)).query(query)).await
    }

    /// `GET /v1/customers/{customer_id}/user-counts`.
    pub async fn count_users(
        &self,
        customer: CustomerId,
        query: &UserCountQuery,
    ) -> Result<UserCounts> {
        let path = format!("/v1/customers/{customer}/user-counts");
        self.call(&Request::get(path).query(query)).await
    }

    /// `POST /v1/customers/{customer_id}/users`. The same `idempotency_key` creates once.
    pub async fn create_user(
        &self,
        customer: CustomerId,
        body: &CreateUser,
        idempotency_key: Option<&str>,
    ) -> Result<User> {
        let request = Request::post(users(customer))
            .json(body)
            .idempotency_key(idempotency_key);
        self.call(&request).await
    }

    /// `GET /v1/customers/{customer_id}/users/{user_id}`.
    pub async fn read_user(&self, customer: CustomerId, user: UserId) -> Result<User> {
        self.call(&Request::get(user_path(customer, user, "")))
            .await
    }

    /// `POST /v1/customers/{customer_id}/users/{user_id}/invitations`: sends or makes a link.
    pub async fn invite_user(
        &self,
        customer: CustomerId,
        user: UserId,
        idempotency_key: Option<&str>,
    ) -> Result<Invitation> {
        let request = Request::post(user_path(customer, user, "/invitations"))
            .idempotency_key(idempotency_key);
        self.call(&request).await
    }

    /// `POST /v1/customers/{customer_id}/users/{user_id}/password-resets`: sends or makes a link.
    pub async fn send_reset_link(
        &self,
        customer: CustomerId,
        user: UserId,
        idempotency_key: Option<&str>,
    ) -> Result<PasswordReset> {
        let request = Request::post(user_path(customer, user, "/password-resets"))
            .idempotency_key(idempotency_key);
        self.call(&request).await
    }

    /// `POST /v1/customers/{customer_id}/users/{user_id}/unlock`; `version` as last read.
    pub async fn unlock_user(
        &self,
        customer: CustomerId,
        user: UserId,
        version: u32,
    ) -> Result<User> {
        let request = Request::post(user_path(customer, user, "/unlock")).if_match(version);
        self.call(&request).await
    }

    /// `POST /v1/customers/{customer_id}/users/{user_id}/deactivate`; `version` as last read.
    pub async fn deactivate_user(
        &self,
        customer: CustomerId,
        user: UserId,
        version: u32,
    ) -> Result<User> {
        let request = Request::post(user_path(customer, user, "/deactivate")).if_match(version);
        self.call(&request).await
    }

    /// `POST /v1/customers/{customer_id}/users/{user_id}/reactivate`; `version` as last read.
    pub async fn reactivate_user(
        &self,
        customer: CustomerId,
        user: UserId,
        version: u32,
    ) -> Result<User> {
        let request = Request::post(user_path(customer, user, "/reactivate")).if_match(version);
        self.call(&request).await
    }

    /// `DELETE /v1/customers/{customer_id}/users/{user_id}`; `version` as last read.
    pub async fn delete_user(
        &self,
        customer: CustomerId,
        user: UserId,
        version: u32,
    ) -> Result<User> {
        let request = Request::delete(user_path(customer, user, "")).if_match(version);
        self.call(&request).await
    }

    /// `POST /v1/customers/{customer_id}/users/{user_id}/restore`; `version` as last read.
    pub async fn restore_user(
        &self,
        customer: CustomerId,
        user: UserId,
        version: u32,
    ) -> Result<User> {
        let request = Request::post(user_path(customer, user, "/restore")).if_match(version);
        self.call(&request).await
    }

    /// `POST /v1/customers/{customer_id}/users/{user_id}/convert`; `version` as last read.
    pub async fn convert_user(
        &self,
        customer: CustomerId,
        user: UserId,
        version: u32,
        body: &ConvertUser,
    ) -> Result<User> {
        let request = Request::post(user_path(customer, user, "/convert"))
            .json(body)
            .if_match(version);
        self.call(&request).await
    }

    /// `POST /v1/customers/{customer_id}/users/{user_id}/adopt`; `version` as last read.
    pub async fn adopt_user(
        &self,
        customer: CustomerId,
        user: UserId,
        version: u32,
    ) -> Result<User> {
        let request = Request::post(user_path(customer, user, "/adopt")).if_match(version);
        self.call(&request).await
    }

    /// `PUT /v1/customers/{customer_id}/users/{user_id}/roles`; `version` as last read.
    pub async fn change_user_roles(
        &self,
        customer: CustomerId,
        user: UserId,
        version: u32,
        body: &ChangeRoles,
    ) -> Result<User> {
        let request = Request::put(user_path(customer, user, "/roles"))
            .json(body)
            .if_match(version);
        self.call(&request).await
    }

    /// `PUT /v1/customers/{customer_id}/users/{user_id}/permissions`; `version` as last read.
    pub async fn change_user_permissions(
        &self,
        customer: CustomerId,
        user: UserId,
        version: u32,
        body: &ChangePermissions,
    ) -> Result<User> {
        let request = Request::put(user_path(customer, user, "/permissions"))
            .json(body)
            .if_match(version);
        self.call(&request).await
    }

    /// `PUT /v1/customers/{customer_id}/users/{user_id}/scope`; `version` as last read.
    pub async fn change_user_scope(
        &self,
        customer: CustomerId,
        user: UserId,
        version: u32,
        body: &ChangeScope,
    ) -> Result<User> {
        let request = Request::put(user_path(customer, user, "/scope"))
            .json(body)
            .if_match(version);
        self.call(&request).await
    }

    /// `POST /v1/customers/{customer_id}/users/{user_id}/corrections`: the person is asked by mail.
    pub async fn propose_correction(
        &self,
        customer: CustomerId,
        user: UserId,
        body: &ProposeCorrection,
    ) -> Result<ProposedCorrection> {
        let request = Request::post(user_path(customer, user, "/corrections")).json(body);
        self.call(&request).await
    }
}
