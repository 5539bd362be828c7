import { CircleCheck } from 'lucide-react';
import { FigureTable, type FigureColumn } from './figure-table.tsx';
import styles from './split-figure.module.css';

interface SoldItem {
  readonly orderId: string;
  readonly product: string;
  readonly quantity: number;
}

const items: readonly SoldItem[] = [
  { orderId: '1042', product: 'Oat milk', quantity: 2 },
  { orderId: '1042', product: 'Bread', quantity: 1 },
  { orderId: '1042', product: 'Tea', quantity: 6 },
  { orderId: '1043', product: 'Oat milk', quantity: 1 },
];

const orders = [
  ['1042', 'Ana Lima'],
  ['1043', 'Jonas Lind'],
] as const;

const orderKey: FigureColumn = { name: 'order_id', isKey: true, isNumber: true };
const customer: FigureColumn = { name: 'customer' };

/** What the course is about, in real rows: a packed column becomes a table of its own. */
export function SplitFigure() {
  return (
    <figure className={styles.figure}>
      <FigureTable
        name="orders"
        columns={[orderKey, customer, { name: 'items' }]}
        rows={orders.map(([orderId, name]) => ({
          cells: [orderId, name, <PackedCell key="items" orderId={orderId} />],
        }))}
      />
      <svg className={styles.branch} viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
        <path className={styles.fork} d="M50 0v14H22v14M50 14h26v14" />
        <path className={styles.drop} d="M50 0v28" />
      </svg>
      <div className={styles.split}>
        <FigureTable name="orders" columns={[orderKey, customer]} rows={orders.map((cells) => ({ cells }))} />
        <FigureTable
          name="order_item"
          columns={[orderKey, { name: 'product', isKey: true }, { name: 'quantity', isNumber: true }]}
          rows={items.map(({ orderId, product, quantity }, item) => ({ cells: [orderId, product, quantity], item }))}
        />
      </div>
      <ul className={styles.verdicts}>
        <li>
          <CircleCheck aria-hidden="true" /> keeps all {items.length} items
        </li>
        <li>
          <CircleCheck aria-hidden="true" /> refuses the same product twice in one order: <code>23505</code>
        </li>
      </ul>
      <figcaption className={styles.caption}>
        Four facts packed into two cells. In rows of their own, each has a key, and PostgreSQL can guard it.
      </figcaption>
    </figure>
  );
}

function PackedCell({ orderId }: { readonly orderId: string }) {
  const packed = items.map((item, place) => ({ ...item, place })).filter((item) => item.orderId === orderId);
  return packed.map(({ product, quantity, place }, index) => (
    <span key={place}>
      {index > 0 && ', '}
      <span className={styles.packed} data-item={place}>
        {product} × {quantity}
      </span>
    </span>
  ));
}
