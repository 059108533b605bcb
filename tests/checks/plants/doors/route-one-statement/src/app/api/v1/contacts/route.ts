export async function GET() {
  const rows: string[] = [];
  return Response.json(rows);
}
