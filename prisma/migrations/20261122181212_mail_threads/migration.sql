-- What a mail repeats of earlier ones stands beside its text, and where an answer goes stands with what is answered.
ALTER TABLE "messages"
  ADD COLUMN "quoted_text" TEXT,
  ADD COLUMN "answer_to" TEXT;
