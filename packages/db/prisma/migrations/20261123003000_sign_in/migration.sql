ALTER TABLE "app_session" ADD COLUMN "second_factor_at" TIMESTAMPTZ(3), ADD COLUMN "challenge" TEXT;

CREATE TABLE "app_authenticator" (
    "user_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT "app_authenticator_pkey" PRIMARY KEY ("user_id"),
    CONSTRAINT "app_authenticator_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION
);

CREATE TABLE "app_recovery_code" (
    "user_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "app_recovery_code_pkey" PRIMARY KEY ("user_id", "hash"),
    CONSTRAINT "app_recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION
);

CREATE TABLE "app_passkey" (
    "id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    CONSTRAINT "app_passkey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "app_passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE INDEX "app_passkey_user_id_idx" ON "app_passkey"("user_id");

CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "site_id" UUID,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "invitation_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");
CREATE INDEX "invitation_programme_id_idx" ON "invitation"("programme_id");
SELECT app_guard('invitation');
