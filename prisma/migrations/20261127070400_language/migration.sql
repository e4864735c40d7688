-- The language a person chose; null until then, when the browser's languages decide.
ALTER TABLE "user" ADD COLUMN "language" TEXT;
