-- What stands between a session and whoever holds the phone: when it was last used, whether it is locked or handed over.
ALTER TABLE "app_session" ADD COLUMN "last_active_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "app_session" ADD COLUMN "locked_at" TIMESTAMPTZ(3);
ALTER TABLE "app_session" ADD COLUMN "unlock_failures" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "app_session" ADD COLUMN "handed_over" JSONB;

CREATE TABLE "device_setting" (
    "user_id" UUID NOT NULL,
    "pin_hash" TEXT,
    "idle_minutes" INTEGER NOT NULL DEFAULT 10,

    CONSTRAINT "device_setting_pkey" PRIMARY KEY ("user_id"),
    CONSTRAINT "device_setting_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION
);
